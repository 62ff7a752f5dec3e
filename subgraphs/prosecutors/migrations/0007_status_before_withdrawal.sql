alter table aid_cases add column status_before_withdrawal text;
comment on column aid_cases.status_before_withdrawal is 'The status that comes back where the exchange refuses the agreement to a withdrawal, because the sender had taken the request back before.';

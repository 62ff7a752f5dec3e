alter table referrals add column handled_in text;
comment on column referrals.handled_in is 'The region that its messages name, where it is not the agency''s own: it was referred onward to there.';

create table received_bodies (
  referral_id uuid primary key references referrals,
  body_sealed text not null
);
comment on table received_bodies is 'What was sent with a referral that can still be referred onward: it is sealed anew for the next receiver.';
call casegraph_protect_parts('received_bodies', 'referral_id', 'referrals');

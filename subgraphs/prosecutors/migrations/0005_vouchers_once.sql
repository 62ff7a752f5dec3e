create function voucher_key(voucher text) returns text language sql immutable parallel safe return
  upper(regexp_replace(normalize(voucher, NFKC), '[[:space:]\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]', '', 'g'));
comment on function voucher_key is 'A voucher''s number as it is compared: full-width letters, blanks, invisible characters and small letters make no other voucher.';

alter table aid_payments add column repeats_voucher boolean not null default false;
comment on column aid_payments.repeats_voucher is 'A payment from before vouchers were compared, on a voucher that an earlier payment of the aid case has. It stays for somebody to look at.';
update aid_payments later set repeats_voucher = true
  where exists (
    select from aid_payments earlier
      where earlier.aid_case_id = later.aid_case_id and earlier.id < later.id and voucher_key(earlier.voucher) = voucher_key(later.voucher));

create unique index voucher_once_per_aid_case on aid_payments (aid_case_id, voucher_key(voucher)) where not repeats_voucher;
comment on index voucher_once_per_aid_case is 'The same voucher is recorded once for an aid case.';

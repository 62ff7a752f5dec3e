-- One database and one login role per agency; nobody but its owner may connect to a database.
-- psql runs this at the first start of the PostgreSQL image. For a server of an agency's own, run that agency's lines.

-- <agencies databases> by npm run agencies

\getenv police_password DATABASE_PASSWORD_POLICE
create role police login password :'police_password';
create database police owner police;
revoke all on database police from public;

\getenv justice_password DATABASE_PASSWORD_JUSTICE
create role justice login password :'justice_password';
create database justice owner justice;
revoke all on database justice from public;

\getenv courts_password DATABASE_PASSWORD_COURTS
create role courts login password :'courts_password';
create database courts owner courts;
revoke all on database courts from public;

\getenv prosecutors_password DATABASE_PASSWORD_PROSECUTORS
create role prosecutors login password :'prosecutors_password';
create database prosecutors owner prosecutors;
revoke all on database prosecutors from public;

\getenv womens_federation_password DATABASE_PASSWORD_WOMENS_FEDERATION
create role womens_federation login password :'womens_federation_password';
create database womens_federation owner womens_federation;
revoke all on database womens_federation from public;

\getenv exchange_password DATABASE_PASSWORD_EXCHANGE
create role exchange login password :'exchange_password';
create database exchange owner exchange;
revoke all on database exchange from public;
-- </agencies>

-- Keycloak's users and keys, apart from every agency's records.
\getenv keycloak_password DATABASE_PASSWORD_KEYCLOAK
create role keycloak login password :'keycloak_password';
create database keycloak owner keycloak;
revoke all on database keycloak from public;

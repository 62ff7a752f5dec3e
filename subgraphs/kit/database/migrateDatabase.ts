import { runMigrations } from 'graphile-worker';
import { connectDatabase, connectPool, migrate } from './database.ts';

const SECURITY_MIGRATIONS = new URL('./migrations/security/', import.meta.url);
const COMMAND_MIGRATIONS = new URL('./migrations/commands/', import.meta.url);
const QUEUE_MIGRATIONS = new URL('./migrations/queue/', import.meta.url);
const FEED_MIGRATIONS = new URL('./migrations/feeds/', import.meta.url);
export const AUDIT_MIGRATIONS = new URL('./migrations/audit/', import.meta.url);
const REFERRAL_MIGRATIONS = new URL('./migrations/referrals/', import.meta.url);

/** The tables that every agency has beside its own. */
export const KIT_TABLES: readonly URL[] = [AUDIT_MIGRATIONS, REFERRAL_MIGRATIONS, FEED_MIGRATIONS];

/** Creates the tables of the job queue, row-level security, the tables of commands, and those of the folders. */
export async function migrateDatabase(databaseUrl: string, folders: readonly URL[]): Promise<void> {
  const pool = connectPool(databaseUrl, 1);
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
  const db = connectDatabase(databaseUrl, 1);
  try {
    await migrate(db, [QUEUE_MIGRATIONS, SECURITY_MIGRATIONS, COMMAND_MIGRATIONS, ...folders]);
  } finally {
    await db.destroy();
  }
}

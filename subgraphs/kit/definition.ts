import type DataLoader from 'dataloader';
import type { Knex } from 'knex';
import { agencyOfSubgraph } from '../../protocol/subgraphNames.ts';
import type { FieldCipher } from './crypto/fieldCipher.ts';
import type { AgencyKeys } from './crypto/keys.ts';
import type { PersonTokens } from './crypto/personToken.ts';
import type { Feed } from './events/feed.ts';
import type { ExchangeClient } from './exchange/client.ts';
import type { ReferralRow } from './generated/rows.ts';
import type { MessageContracts } from './referrals/bodies.ts';
import type { EnvelopeHeader } from './referrals/envelope.ts';
import type { ReferralRules } from './referrals/rules.ts';
import type { ReferralSide } from './referrals/side.ts';
import type { ReferralSides } from './referrals/sides.ts';
import type { WithdrawalRequest } from './referrals/withdrawalRequests.ts';
import type { About } from './sharing/enforce.ts';
import type { SharingSession } from './sharing/session.ts';
import type { Viewer } from './viewer.ts';

/** What a store is made of: the database, and who is asking; a fresh one for each request, so that loaders never outlive it. */
export interface StoreParts {
  db: Knex;
  viewer: Viewer;
  cipher: FieldCipher;
  personTokens: PersonTokens;
}

/** What a resolver sees. */
export interface Context<Store> {
  viewer: Viewer;
  requestId: string;
  /** What the viewer may read, and what the request has read. */
  sharing: SharingSession;
  store: Store;
  db: Knex;
  /** The agency's own side of its referrals; the exchange has none. */
  referrals: ReferralSides;
  /** Its sides by referral: one statement for all of a request. */
  sides: DataLoader<string, ReferralSide | null>;
  /** The newest request to withdraw of sides: one statement for all of a request. */
  withdrawalRequests: DataLoader<ReferralSide, WithdrawalRequest | null, string>;
  /** Makes store and loaders anew: after a command, what was read before it is out of date. */
  renew: () => void;
  /** What can be followed of the agency's own; nobody follows it where the definition names nothing. */
  feed: Feed;
  rules: ReferralRules;
  exchange: ExchangeClient;
  /** Whether an agency of this code has joined the hub. */
  knowsAgency: (code: string) => boolean;
  cipher: FieldCipher;
  personTokens: PersonTokens;
  inputDigest: AgencyKeys['inputDigest'];
  /** How many persons a user may find by their identity numbers in a day. */
  lookUpsPerDay: number;
}

/** A message that has arrived, opened: header as signed by its sender, body as decrypted. */
export interface ReceivedEnvelope {
  header: EnvelopeHeader;
  body: unknown;
}

/** What a message is applied with; `referrals` are the agency's sides, so that a result can be passed on to another agency. */
export type ReceiveParts = Omit<StoreParts, 'viewer' | 'db'> & { referrals: ReferralSides };

/** Applies an arrived message to the agency's own rows, in the transaction that also marks it as received. */
export type Receive = (tx: Knex.Transaction, message: ReceivedEnvelope, parts: ReceiveParts) => Promise<void>;

/** Takes back what the agency's own rows took from a step that the exchange refused, because the other side was first. */
export type Refused = (tx: Knex.Transaction, referral: ReferralRow) => Promise<void>;

/** Ids of the cases of the register that the agency's records on a person belong to. */
export type CasesOfPerson = (db: Knex, token: string) => PromiseLike<string[]>;

/** What an agency's own rows have to do with the steps of a kind of referral. */
export interface OwnSteps<Store> {
  /** Whether its own rows allow an action now. The command asks in its transaction, with the side locked. */
  allows?: (db: Knex, side: ReferralSide, action: string, context: Context<Store>) => Promise<boolean>;
  /** By action: what a step changes in its own rows, in the step's transaction. */
  apply?: Partial<Record<string, (tx: Knex.Transaction, side: ReferralSide, context: Context<Store>) => Promise<void>>>;
}

/** An agency's name by language. */
export interface AgencyNames {
  zh: string;
  en: string;
}

/** What an agency does with one sort of records: a folder of its module, with the SDL file of the same name. */
export interface Capability<Context> {
  /** Resolvers by type name. Several capabilities may add fields to one type. */
  resolvers: object;
  /** Persons and cases that the records are about, by type: `@sharing` and the audit trail go by them. */
  about?: About<Context>;
  /** Cases in whose record a person is named, where the record itself names only the case. */
  casesOfPerson?: CasesOfPerson;
}

export interface SubgraphDefinition<Store = unknown> {
  /** The agency's code. The folder, the SDL folder and the part have the same name in kebab-case. */
  agency: string;
  /** What people call it, as a category of agency: the demonstration's are of one city. */
  names: AgencyNames;
  /** The port it listens on unless the environment says otherwise. */
  port: number;
  capabilities: readonly Capability<Context<Store>>[];
  /** Folder of the agency's own .sql migrations. */
  migrations: URL;
  createStore: (parts: StoreParts) => Store;
  /** The table whose rows are events that can be followed (`casegraph_feed` in its migration). */
  followed?: string;
  /** Of an authority that seals juvenile records: the table of its records on cases, which say what it may seal. */
  seals?: string;
  /** The bodies of messages, which sender and receiver share (subgraphs/contracts). */
  contracts: MessageContracts;
  /** By kind of referral and action: what is done when a message arrives. Kinds that are not named only keep the agency's side. */
  receives?: Record<string, Partial<Record<string, Receive>>>;
  /** By kind of referral: how the steps of a referral change the agency's own rows. */
  steps?: Record<string, OwnSteps<Store>>;
  /** By kind of referral and action: what is undone when the exchange refuses our message because the other side was first. */
  refused?: Record<string, Partial<Record<string, Refused>>>;
}

/** The part's name: WOMENS_FEDERATION → womens-federation. */
export function partName(agency: string): string {
  return agency.toLowerCase().replaceAll('_', '-');
}

/** The agency behind a part: womens-federation → WOMENS_FEDERATION; the exchange is the hub's own. */
export function agencyOfPart(part: string): string {
  return agencyOfSubgraph(part);
}

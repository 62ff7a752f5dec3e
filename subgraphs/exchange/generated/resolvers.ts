import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProblemData } from '../../kit/problems/problem.ts';
import type { PersonReference, AgencyReference } from '../../kit/references.ts';
import type { Case as CaseRecord, CaseNumberEntry as CaseNumberEntryRecord } from '../register/store/cases.ts';
import type { Referral as ReferralRecord } from '../referrals/store/referrals.ts';
import type { Region as RegionRecord } from '../agencies/store/regions.ts';
import type { Disclosure as DisclosureRecord } from '../../kit/audit/disclosures.ts';
import type { Viewer as ViewerRecord } from '../../kit/viewer.ts';
import type { ReferralKind as ReferralKindRule } from '../../kit/referrals/rules.ts';
import type { ReferralDeadline as ReferralDeadlineRecord } from '../referrals/store/deadlines.ts';
import type { ReferralEvent as ReferralEventRecord, CaseEvent as CaseEventRecord } from '../referrals/store/history.ts';
import type { DeadLetter as DeadLetterRecord } from '../relay/store/deadLetters.ts';
import type { RefusedEnvelope as RefusedEnvelopeRecord } from '../relay/store/refusedEnvelopes.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** The code of an agency 机关, for example PROSECUTORS; the agencies are listed by the query `agencies`. */
  AgencyCode: { input: string; output: string; }
  /** A case number 案号: of a court （2023）辽0102刑初12号 (before 2016 such as （2014）沈和刑初字第123号), of prosecutors 沈检刑诉〔2023〕12号, or of police A + 12 digits of the unit + yyyymm + 4 digits. */
  CaseNumber: { input: string; output: string; }
  /** A plain day, yyyy-mm-dd, in the zone Asia/Shanghai. */
  Date: { input: string; output: string; }
  /** A moment: RFC 3339 with an offset, for example 2023-11-24T09:30:00+08:00. */
  DateTime: { input: string; output: Date | string; }
  /**
   * An amount in CNY as a string with two decimals, for example "80000.00". A JSON number is accepted where it is exact: at most two decimals, as
   * 80000.5 has.
   */
  Money: { input: string; output: string; }
  /** A person's name 姓名: one line of at most 50 characters, without control characters. */
  PersonName: { input: string; output: string; }
  /** A telephone number: a mainland mobile number 13800138000, a landline with its area code 024-22345678, with extension 024-22345678-801, or of Hong Kong, Macao or Taiwan +85221234567. */
  PhoneNumber: { input: string; output: string; }
  /** The code of a kind of referral, for example JUDICIAL_AID_LEAD; the kinds are listed by the query `referralKinds`. */
  ReferralKindCode: { input: string; output: string; }
  /** A region code 行政区划代码 (GB/T 2260): 6 digits; towns 9, villages 12. */
  RegionCode: { input: string; output: string; }
  /** An identity number 公民身份号码 (GB 11643): 17 digits and a check character. Residence permits of Hong Kong, Macao and Taiwan residents carry one; 15-digit numbers and foreigners' cards are refused. */
  ResidentIdNumber: { input: string; output: string; }
  _FieldSet: { input: never; output: never; }
};

/** An agency of the hub 机关. */
export type Agency = {
  /** Its code. */
  code: Scalars['ID']['output'];
  /** Its name in the caller's language. */
  name: Scalars['String']['output'];
};

/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type Case = {
  /** The agencies that hold records on it. */
  agencies: Array<Agency>;
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** What kind of case it is. */
  kind: CaseKind;
  /** The number it was registered under. */
  number: Scalars['CaseNumber']['output'];
  /** All its numbers, with the agencies that gave them, oldest first. */
  numbers: Array<CaseNumberEntry>;
  /** When it was registered. */
  openedAt: Scalars['DateTime']['output'];
  /** Referrals about it, newest first: as closed as the case of a referral is. */
  referrals?: Maybe<Array<Referral>>;
  /** Where it is handled. */
  region: Region;
  /** How far it has come. */
  stage: CaseStage;
  /** What happened to it between the agencies, oldest first; where there is more than asked for, the newest of it. Its stages, and the steps of referrals about it that the viewer's own agency sent. */
  timeline: Array<CaseEvent>;
};


/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type CaseReferralsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type CaseTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of cases. */
export type CaseConnection = {
  /** The cases with their cursors. */
  edges: Array<CaseEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A case in a page. */
export type CaseEdge = {
  /** The cursor of this case. */
  cursor: Scalars['String']['output'];
  /** The case. */
  node: Case;
};

/** Something that happened to a case between the agencies. */
export type CaseEvent = {
  /** The agency that did it. */
  agency: Agency;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The referral; null where the event is a stage. */
  referral?: Maybe<Referral>;
  /** The stage reached; null where the event is a referral's. */
  stage?: Maybe<CaseStage>;
  /** What: a stage of the register (STAGE) or a referral's action. */
  what: Scalars['String']['output'];
};

/** Which cases; all conditions must hold. */
export type CaseFilter = {
  /** On which this agency holds records. */
  agency?: InputMaybe<Scalars['AgencyCode']['input']>;
  /** Of one of these kinds. */
  kind?: InputMaybe<Array<CaseKind>>;
  /** Registered at or after. */
  openedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Registered before. */
  openedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** At one of these stages. */
  stage?: InputMaybe<Array<CaseStage>>;
};

/** What kind of case 案件类型. */
export type CaseKind =
  /** Administrative 行政. */
  | 'ADMINISTRATIVE'
  /** Civil 民事. */
  | 'CIVIL'
  /** Criminal 刑事. */
  | 'CRIMINAL'
  /** Public security 治安. */
  | 'PUBLIC_SECURITY';

/** A number of a case and who gave it. */
export type CaseNumberEntry = {
  /** The agency that gave it. */
  agency: Agency;
  /** The number. */
  number: Scalars['CaseNumber']['output'];
};

/** How far a case has come 案件阶段. */
export type CaseStage =
  /** Ended 办结. */
  | 'CLOSED'
  /** Judgment in force, being executed 执行. */
  | 'EXECUTION'
  /** With the police 侦查. */
  | 'INVESTIGATION'
  /** In mediation 调解. */
  | 'MEDIATION'
  /** With the prosecutors 审查起诉. */
  | 'PROSECUTION'
  /** With the court 审判. */
  | 'TRIAL';

/** A message that could not be delivered: an envelope, or a notice of a seal. */
export type DeadLetter = {
  /** What it carries: a referral's action, or SEAL_NOTICE. */
  action: Scalars['String']['output'];
  /** When it was given up. */
  at: Scalars['DateTime']['output'];
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** The envelope's id. */
  id: Scalars['ID']['output'];
  /** Why the last try failed; a code, never a body. */
  lastError: Scalars['String']['output'];
  /** Its referral; null for a notice that a case was sealed or unsealed, which names no case here. */
  referral?: Maybe<Referral>;
  /** The agency that it should reach. */
  to: Agency;
};

/** Where a deadline stands 期限状态. */
export type DeadlineState =
  /** The step was done 已完成. */
  | 'DONE'
  /** The referral ended without the step 已失效. */
  | 'LAPSED'
  /** The clock runs 计时中. */
  | 'OPEN'
  /** The clock stands still while the referral is on hold 中止. */
  | 'PAUSED';

/** Delivery status of an envelope 投递状态: how far the message has come, apart from what the agencies make of it. */
export type DeliveryStatus =
  /** Applied at the receiver 已送达. */
  | 'DELIVERED'
  /** In the exchange's ledger 已登记转发. */
  | 'RELAYED'
  /** Committed in the sender's outbox 已提交. */
  | 'SUBMITTED'
  /** Given up after all retries; in the dead letters, can be sent again 无法送达. */
  | 'UNDELIVERABLE';

/** One reading of an agency's record by somebody of another agency 披露记录; a reading that was refused is one as well. */
export type Disclosure = {
  /** The reader's agency. */
  agency: Scalars['AgencyCode']['output'];
  /** When it was read. */
  at: Scalars['DateTime']['output'];
  /** The fields that were asked for and refused. */
  denied: Array<Scalars['String']['output']>;
  /** The fields that were given. */
  fields: Array<Scalars['String']['output']>;
  /** For what purpose; null where no open referral was named. */
  purpose?: Maybe<Purpose>;
  /** The record's id; null where the record is a person, whom agencies know by the number alone. */
  recordId?: Maybe<Scalars['ID']['output']>;
  /** What kind of record was read, for example CourtCase. */
  recordType: Scalars['String']['output'];
  /** The referral that was named; null where none was. */
  referralId?: Maybe<Scalars['ID']['output']>;
  /** The role in which it was read. */
  role: Scalars['String']['output'];
  /** Its number in the agency's chain, which grows by one. */
  sequence: Scalars['Int']['output'];
  /** Who read it, as the identity provider knows them for good. */
  subject: Scalars['String']['output'];
  /** The user name that they had then. */
  username: Scalars['String']['output'];
};

/** What a dispute is about 纠纷类型. */
export type DisputeKind =
  /** Consumers 消费. */
  | 'CONSUMER'
  /** Contracts, loans included 合同. */
  | 'CONTRACT'
  /** Other damages 损害赔偿. */
  | 'DAMAGES'
  /** Pollution 环境污染. */
  | 'ENVIRONMENT'
  /** Expropriation and demolition 征地拆迁. */
  | 'EXPROPRIATION'
  /** Housing and house sites 房屋宅基地. */
  | 'HOUSING'
  /** Labour and wages 劳动争议. */
  | 'LABOUR'
  /** Land, woods and boundaries 山林土地. */
  | 'LAND'
  /** Marriage and family 婚姻家庭. */
  | 'MARRIAGE_FAMILY'
  /** Medical treatment 医疗. */
  | 'MEDICAL'
  /** Neighbours 邻里. */
  | 'NEIGHBOURS'
  /** Anything else 其他. */
  | 'OTHER'
  /** Property management 物业. */
  | 'PROPERTY_MANAGEMENT'
  /** Tourism 旅游. */
  | 'TOURISM'
  /** Road accidents 道路交通事故. */
  | 'TRAFFIC_ACCIDENT';

/** A value of the input is not acceptable 输入无效. */
export type InvalidInput = Problem & {
  /** What is accepted, in the caller's language. */
  accepted?: Maybe<Scalars['String']['output']>;
  /** A stable code for programs. */
  code: Scalars['String']['output'];
  /** What is wrong, in the caller's language. */
  message: Scalars['String']['output'];
  /** Where in the arguments the value stands, for example ["input", "applicant", "idNumber"]. */
  path: Array<Scalars['String']['output']>;
  /** What came, masked where it is personal; null where nothing came. */
  received?: Maybe<Scalars['String']['output']>;
};

/** What the check of the ledger found. */
export type LedgerVerification = {
  /** How many entries were checked. */
  entries: Scalars['Int']['output'];
  /** What is wrong with it; null where nothing is. */
  fault?: Maybe<Scalars['String']['output']>;
  /** The sequence of the first bad entry; null where there is none, or where a referral has no entry. */
  firstBad?: Maybe<Scalars['Int']['output']>;
  /** Whether every entry holds. */
  intact: Scalars['Boolean']['output'];
};

/** The form in which something personal leaves its owner 脱敏方式. */
export type Mask =
  /** An address down to its district or county 地址. */
  | 'ADDRESS'
  /** The region of an identity number, the rest as asterisks 身份证号. */
  | 'ID_NUMBER'
  /** The family name, the rest as asterisks 姓名. */
  | 'NAME'
  /** The first three and last four digits of a telephone number 电话. */
  | 'PHONE';

export type Mutation = {
  /**
   * Put a case into the register 登记案件: the hub's operators for any region, an agency's operators and systems for their own and those below. The
   * number is that of the police, the prosecutors or the court. The same case again, with nothing different, is the case that is there.
   */
  registerCase: RegisterCasePayload;
  /** Send a dead letter again 重新投递; the exchange's operator only. */
  resendDeadLetter: ResendDeadLetterPayload;
};


export type MutationRegisterCaseArgs = {
  input: RegisterCaseInput;
};


export type MutationResendDeadLetterArgs = {
  input: ResendDeadLetterInput;
};

/** The viewer may not do this 无权操作. */
export type NotPermitted = Problem & {
  /** A stable code for programs. */
  code: Scalars['String']['output'];
  /** What is wrong, in the caller's language. */
  message: Scalars['String']['output'];
  /** Who may: agencies and roles, for example PROSECUTORS/supervisor. */
  permitted: Array<Scalars['String']['output']>;
};

/** Where a page stands in its list (Relay connection specification); pages go forward by `first` and `after`. */
export type PageInfo = {
  /** Cursor of the last edge, to be given as `after`; null where the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether another page follows. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether a page comes before; true whenever `after` was given. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null where the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A person, joined by token; nobody owns it. */
export type Person = {
  /** Referrals about this person that the viewer may see, newest first. */
  referrals?: Maybe<Array<Referral>>;
  /** HMAC of the identity number under a key that only agencies hold: the gateway joins by it, and no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** A person, joined by token; nobody owns it. */
export type PersonReferralsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReaders = {
  /** Readings of what the hub itself holds on the person, newest first: in which referrals they are; auditors only. */
  hub?: Maybe<Array<Disclosure>>;
  /** The person's token; no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReadersHubArgs = {
  before?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Something a user can mend: why a mutation changed nothing. The message is in the caller's language (Accept-Language: Chinese, else English). */
export type Problem = {
  /** A stable code for programs, for example RESIDENT_ID_CHECK_DIGIT. */
  code: Scalars['String']['output'];
  /** What is wrong, for people, in the caller's language. */
  message: Scalars['String']['output'];
};

/** What shared data is used for 使用目的; each kind of referral has one. */
export type Purpose =
  /** Care and reporting in a community 社区治理. */
  | 'COMMUNITY'
  /** Criminal proceedings 刑事诉讼. */
  | 'CRIMINAL_PROCEEDINGS'
  /** Judicial aid and other help for people in hardship 司法救助与帮扶. */
  | 'JUDICIAL_AID'
  /** Confirmation of a mediation agreement by a court 司法确认. */
  | 'JUDICIAL_CONFIRMATION'
  /** Legal aid 法律援助. */
  | 'LEGAL_AID'
  /** Mediation of a dispute 纠纷调解. */
  | 'MEDIATION'
  /** Answering a petition 信访办理. */
  | 'PETITION'
  /** Protection against domestic violence 反家庭暴力保护. */
  | 'PROTECTION';

export type Query = {
  /** The agencies of the hub. */
  agencies: Array<Agency>;
  /** A case by its id 案件; null where there is none that the viewer may see. */
  case?: Maybe<Case>;
  /** A case by any of its numbers, whichever agency gave it 案号. */
  caseByNumber?: Maybe<Case>;
  /** Cases of the register in the viewer's region, newest first. */
  cases: CaseConnection;
  /** Envelopes that could not be delivered 死信, newest first; the exchange's operator only. */
  deadLetters: Array<DeadLetter>;
  /**
   * Checks the ledger from its first entry to its last: the chain, each entry against the header that came with it and the steps
   * before it, each referral against its entries. It verifies no signatures, and knows no earlier check: npm run audit:verify does
   * both. The exchange's operator and auditor only.
   */
  ledgerVerification: LedgerVerification;
  /** A referral by its id 移送; null where there is none that the viewer may see. */
  referral?: Maybe<Referral>;
  /**
   * Where the stream of referral events stands now 动态游标: whoever takes it, reads what there is, and then subscribes to `referralEvents` after it has
   * missed nothing.
   */
  referralEventCursor: Scalars['String']['output'];
  /** The kinds of referral with their parties, deadlines, reasons and legal basis. */
  referralKinds: Array<ReferralKind>;
  /** Whether a referral opens conditional fields to the viewer's agency now, and for what; null where it does not: unknown, ended, or not addressed to it. */
  referralWindow?: Maybe<ReferralWindow>;
  /** Referrals that the viewer's agency sent or received, in the viewer's region, newest first. */
  referrals: ReferralConnection;
  /** Envelopes that the exchange refused, newest first; the exchange's operator only. */
  refusedEnvelopes: Array<RefusedEnvelope>;
  /** A region by its code; null where the code is unknown. */
  region?: Maybe<Region>;
  /** What is shared with whom, field by field 共享目录. */
  sharingCatalogue: Array<SharingItem>;
  /** Who is asking. */
  viewer: Viewer;
};


export type QueryCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCaseByNumberArgs = {
  number: Scalars['CaseNumber']['input'];
};


export type QueryCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReferralArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReferralWindowArgs = {
  referral: Scalars['ID']['input'];
};


export type QueryReferralsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReferralFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRefusedEnvelopesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRegionArgs = {
  code: Scalars['RegionCode']['input'];
};


export type QuerySharingCatalogueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  agency?: InputMaybe<Scalars['AgencyCode']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  type?: InputMaybe<Scalars['String']['input']>;
};

/** A handing over from one agency to another 移送, as the exchange's ledger has it. */
export type Referral = {
  /** The case it is about; null where it is about none. Its sender reads it as what it wrote itself, its receiver while the referral is open. */
  case?: Maybe<Case>;
  /** Referrals that came from it, oldest first; one that goes back to the sender's agency closes a return loop. */
  children: Array<Referral>;
  /** Its deadlines, in the order of its steps. */
  deadlines: Array<ReferralDeadline>;
  /** Delivery status of its newest message. */
  delivery: DeliveryStatus;
  /** When it ended; null while it is open. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The agency that sent it. */
  from: Agency;
  /** Its history: every transition, note and notice, oldest first; where there is more than asked for, the newest of it. */
  history: Array<ReferralEvent>;
  /** How many hops it is from the first referral of its line; 0 for the first. */
  hops: Scalars['Int']['output'];
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** Its kind. */
  kind: ReferralKind;
  /** Whether a deadline has passed that is still open. */
  overdue: Scalars['Boolean']['output'];
  /** The referral that it came from; null where it is the first. */
  parent?: Maybe<Referral>;
  /** The persons it is about. Its sender reads them as what it wrote itself, its receiver while the referral is open. */
  persons?: Maybe<Array<Person>>;
  /** Where it belongs. */
  region: Region;
  /** Whether it goes back to an agency that its line has already left 回流. */
  returnLoop: Scalars['Boolean']['output'];
  /** When it was sent. */
  sentAt: Scalars['DateTime']['output'];
  /** Business status. */
  status: ReferralStatus;
  /** The agency that receives it. */
  to: Agency;
  /** Version: the number of transitions in the ledger. */
  version: Scalars['Int']['output'];
};


/** A handing over from one agency to another 移送, as the exchange's ledger has it. */
export type ReferralChildrenArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A handing over from one agency to another 移送, as the exchange's ledger has it. */
export type ReferralHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of referrals. */
export type ReferralConnection = {
  /** The referrals with their cursors. */
  edges: Array<ReferralEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A deadline of a referral 期限. */
export type ReferralDeadline = {
  /** When the step was done; null where it was not. */
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it is due; later when the referral was on hold. */
  dueAt: Scalars['DateTime']['output'];
  /** When the referral ended without the step, because it was withdrawn, has expired or was recorded by mistake; null otherwise. */
  lapsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it passed before the step was done or the referral ended. */
  overdue: Scalars['Boolean']['output'];
  /** Whether it stands still because the referral is on hold. */
  paused: Scalars['Boolean']['output'];
  /**
   * Whether it may still move 暂定期限: it reaches into a year whose holidays 放假安排 are not announced yet. It is computed
   * again when they are.
   */
  provisional: Scalars['Boolean']['output'];
  /** Where it stands. */
  state: DeadlineState;
  /** The step: ACCEPT or FINISH. */
  step: Scalars['String']['output'];
};

/** A referral in a page. */
export type ReferralEdge = {
  /** The cursor of this referral. */
  cursor: Scalars['String']['output'];
  /** The referral. */
  node: Referral;
};

/** Something that happened to a referral. */
export type ReferralEvent = {
  /** What was done, for example ACCEPT, NOTE, REMIND. */
  action: Scalars['String']['output'];
  /** The agency that did it; the hub for reminders and expiry. */
  agency: Agency;
  /** When it was done at the agency that did it. */
  at: Scalars['DateTime']['output'];
  /** Where it stands in the stream of events; `referralEvents` goes on after it. */
  cursor: Scalars['String']['output'];
  /** How far its message has come. */
  delivery: DeliveryStatus;
  /** The code of the note, for example PROPOSED; null where it is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** The code of the reason; null where none is required. */
  reasonCode?: Maybe<Scalars['String']['output']>;
  /** The referral, as it stands when it is read; null where the viewer does not see it any more. */
  referral?: Maybe<Referral>;
  /** The role in which it was done. */
  role?: Maybe<Scalars['String']['output']>;
  /** The ledger's number of this event, which grows. */
  sequence: Scalars['Int']['output'];
  /** The status after it. */
  status: ReferralStatus;
  /** The version after it; null where it changed none. */
  version?: Maybe<Scalars['Int']['output']>;
};

/** Which events of referrals; all conditions must hold. */
export type ReferralEventFilter = {
  /** One of these was done, for example ACCEPT, REMIND. */
  action?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of referrals of one of these kinds. */
  kind?: InputMaybe<Array<Scalars['ReferralKindCode']['input']>>;
  /** Of this referral. */
  referral?: InputMaybe<Scalars['ID']['input']>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** After which the referral is in one of these statuses. */
  status?: InputMaybe<Array<ReferralStatus>>;
};

/** Which referrals; all conditions must hold. */
export type ReferralFilter = {
  /** Sent by this agency. */
  from?: InputMaybe<Scalars['AgencyCode']['input']>;
  /** Of one of these kinds. */
  kind?: InputMaybe<Array<Scalars['ReferralKindCode']['input']>>;
  /** Whether a deadline has passed that is still open. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Sent at or after. */
  sentFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Sent before. */
  sentTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<ReferralStatus>>;
  /** Received by this agency. */
  to?: InputMaybe<Scalars['AgencyCode']['input']>;
};

/** A kind of referral 移送类型, kept as data. */
export type ReferralKind = {
  /** Its deadlines as rules: 5WD (working days), 24h, 30d, 1M; null where the step has none. */
  acceptWithin?: Maybe<Scalars['String']['output']>;
  /** Its legal basis. */
  basis: Scalars['String']['output'];
  /** Its code. */
  code: Scalars['ReferralKindCode']['output'];
  /** Time to finish, counted from acceptance. */
  finishWithin?: Maybe<Scalars['String']['output']>;
  /** The agencies that may send it. */
  from: Array<Agency>;
  /** Its name in the caller's language. */
  name: Scalars['String']['output'];
  /** The agencies that may receive it. */
  to: Array<Agency>;
};

/** Business status of a referral 业务状态: what the agencies make of it. */
export type ReferralStatus =
  /** Accepted by the receiver 已受理. */
  | 'ACCEPTED'
  /** The sender has confirmed the feedback 反馈已确认. */
  | 'ACKNOWLEDGED'
  /** Given up as a draft; nothing has left the sender 已取消. */
  | 'CANCELLED'
  /** Finished; the receiver has given its feedback 已办结并反馈. */
  | 'CONCLUDED'
  /** Being written; nothing has left the sender 草稿. */
  | 'DRAFT'
  /** Recorded by mistake 录入错误. */
  | 'ENTERED_IN_ERROR'
  /** Never answered within its time 已过期. */
  | 'EXPIRED'
  /** Being worked on 办理中. */
  | 'IN_PROGRESS'
  /** Waiting for somebody else, for example for materials; deadlines pause 中止待补. */
  | 'ON_HOLD'
  /** Received by the receiver, with its signed receipt 已接收. */
  | 'RECEIVED'
  /** Handed on to another agency 已转送. */
  | 'REFERRED_ONWARD'
  /** Taken up again after its end 重新办理. */
  | 'REOPENED'
  /** Sent back by the receiver with a coded reason 已退回. */
  | 'RETURNED'
  /** Sent by the sender 已移送. */
  | 'SENT'
  /** Taken back by the sender 已撤回. */
  | 'WITHDRAWN';

/** What an open referral lets its receiver read 查询窗口. */
export type ReferralWindow = {
  /** How many persons it is about. */
  persons: Scalars['Int']['output'];
  /** For which purpose. */
  purpose: Purpose;
  /** The referral. */
  referralId: Scalars['ID']['output'];
};

/** An envelope that the exchange refused; or those of one day that had no valid signature, by sender, network and reason. */
export type RefusedEnvelope = {
  /** When; of several, the last. */
  at: Scalars['DateTime']['output'];
  /** Why: BAD_SIGNATURE, UNKNOWN_KIND, WRONG_RECEIVER, NOT_PERMITTED, BROKEN_ORDER, MALFORMED or UNKNOWN_SENDER. */
  code: Scalars['String']['output'];
  /** How many; more than one only where there is no valid signature. */
  count: Scalars['Int']['output'];
  /** The envelope's id; null where nobody signed for it. */
  envelopeId?: Maybe<Scalars['String']['output']>;
  /** The sender; as it claimed where there is no valid signature, null where that is not an agency. */
  from?: Maybe<Scalars['String']['output']>;
  /** The refusal's id. */
  id: Scalars['ID']['output'];
  /** Where envelopes without a valid signature came from: an IPv4 address, or an IPv6 network; null for a signed one. */
  network?: Maybe<Scalars['String']['output']>;
};

/** A region 行政区划 (GB/T 2260). */
export type Region = {
  /** Its code. */
  code: Scalars['ID']['output'];
  /** Its level. */
  level: RegionLevel;
  /** Its Chinese name. */
  name: Scalars['String']['output'];
  /** The region that it belongs to; null for a province. */
  parent?: Maybe<Region>;
};

/** The level of a region. */
export type RegionLevel =
  /** City 市. */
  | 'CITY'
  /** County or district 县区. */
  | 'COUNTY'
  /** Province 省. */
  | 'PROVINCE'
  /** Town 乡镇. */
  | 'TOWN'
  /** Village 村. */
  | 'VILLAGE';

/** A case that the register does not have yet. */
export type RegisterCaseInput = {
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** What kind of case it is; a court's number of another kind is a problem, and so is a public-security case with a number not of the police. */
  kind: CaseKind;
  /** The number it is registered under, in the form of the agency that gave it. */
  number: Scalars['CaseNumber']['input'];
  /** Where it is handled; the viewer's own region or below. */
  region: Scalars['RegionCode']['input'];
  /** How far it has come. */
  stage: CaseStage;
};

/** What came of it. */
export type RegisterCasePayload = {
  /** The case, new or as it was registered before; null where there are problems. */
  case?: Maybe<Case>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** Which dead letter. */
export type ResendDeadLetterInput = {
  /** The envelope's id. */
  envelopeId: Scalars['ID']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
};

/** What came of it. */
export type ResendDeadLetterPayload = {
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
  /** The referral whose message is sent again; null where there are problems, and for a notice of a seal. */
  referral?: Maybe<Referral>;
};

/** An item of the sharing catalogue 共享目录条目: a field of the schema and how its owner shares it. */
export type SharingItem = {
  /** What it is, as the schema describes it. */
  description: Scalars['String']['output'];
  /** The field. */
  field: Scalars['String']['output'];
  /** How it is shared. */
  level: SharingLevel;
  /** The form in which it leaves its owner; null for the whole. */
  mask?: Maybe<Mask>;
  /** The form shown while the condition is not met; null for none. */
  otherwise?: Maybe<Mask>;
  /** The agency that owns it. */
  owner: Scalars['AgencyCode']['output'];
  /** For which purposes; empty for any. */
  purposes: Array<Purpose>;
  /** The type, for example CourtCase. */
  type: Scalars['String']['output'];
  /** With which agencies; empty for all that serve people. */
  with: Array<Scalars['AgencyCode']['output']>;
};

/** How something is shared 共享属性 (Regulation on Government Data Sharing). */
export type SharingLevel =
  /** Only under an open referral to the reader's agency, on the persons and the case that the referral is about 有条件共享. */
  | 'CONDITIONAL'
  /** With nobody 不予共享. */
  | 'NOT_SHARED'
  /** With everybody named, at any time 无条件共享. */
  | 'UNCONDITIONAL';

export type Subscription = {
  /**
   * What happens to referrals that the viewer's agency sent or received, in the viewer's region 移送动态: in the order of the ledger, from now on or after a
   * cursor, and without a gap whatever broke in between. Auditors have the history of each referral instead.
   */
  referralEvents: ReferralEvent;
};


export type SubscriptionReferralEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReferralEventFilter>;
};

/** The object's state or version does not allow the action 状态冲突; read again and decide anew. */
export type TransitionConflict = Problem & {
  /** A stable code for programs: VERSION_CONFLICT, STATUS_CONFLICT; REFERRAL_OPEN where another referral of the same record is open; WITHDRAWAL_REQUESTED where a request to withdraw waits for an answer; WITHDRAWAL_UNCONFIRMED where a withdrawal has not reached the exchange yet. */
  code: Scalars['String']['output'];
  /** The status that the object has now. */
  currentStatus: Scalars['String']['output'];
  /** The version that the object has now, to be given as `expectedVersion`. */
  currentVersion: Scalars['Int']['output'];
  /** What is wrong, in the caller's language. */
  message: Scalars['String']['output'];
};

/** Who is asking 当前用户. */
export type Viewer = {
  /** The user's agency. */
  agency: Agency;
  /** The name shown to people. */
  name: Scalars['String']['output'];
  /** The user's region; what is outside it stays closed. Null for the whole country. */
  region?: Maybe<Region>;
  /** The user's roles. */
  roles: Array<Scalars['String']['output']>;
  /** The user name. */
  username: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Agency: Agency;
  Case: Case;
  Person: Person;
  PersonReaders: PersonReaders;
  Referral: Referral;
  Region: Region;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Agency:
    ( { __typename: 'Agency' }
    & GraphQLRecursivePick<FederationTypes['Agency'], {"code":true}> );
  Case:
    ( { __typename: 'Case' }
    & GraphQLRecursivePick<FederationTypes['Case'], {"id":true}> );
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"token":true}> );
  PersonReaders:
    ( { __typename: 'PersonReaders' }
    & GraphQLRecursivePick<FederationTypes['PersonReaders'], {"token":true}> );
  Referral:
    ( { __typename: 'Referral' }
    & GraphQLRecursivePick<FederationTypes['Referral'], {"id":true}> );
  Region:
    ( { __typename: 'Region' }
    & GraphQLRecursivePick<FederationTypes['Region'], {"code":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Problem:
    | ( ProblemData )
    | ( ProblemData )
    | ( ProblemData )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Agency: ResolverTypeWrapper<AgencyReference>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AgencyCode: ResolverTypeWrapper<Scalars['AgencyCode']['output']>;
  Case: ResolverTypeWrapper<CaseRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CaseConnection: ResolverTypeWrapper<Omit<CaseConnection, 'edges'> & { edges: Array<ResolversTypes['CaseEdge']> }>;
  CaseEdge: ResolverTypeWrapper<Omit<CaseEdge, 'node'> & { node: ResolversTypes['Case'] }>;
  CaseEvent: ResolverTypeWrapper<CaseEventRecord>;
  CaseFilter: CaseFilter;
  CaseKind: CaseKind;
  CaseNumber: ResolverTypeWrapper<Scalars['CaseNumber']['output']>;
  CaseNumberEntry: ResolverTypeWrapper<CaseNumberEntryRecord>;
  CaseStage: CaseStage;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetterRecord>;
  DeadlineState: DeadlineState;
  DeliveryStatus: DeliveryStatus;
  Disclosure: ResolverTypeWrapper<DisclosureRecord>;
  DisputeKind: DisputeKind;
  InvalidInput: ResolverTypeWrapper<ProblemData>;
  LedgerVerification: ResolverTypeWrapper<LedgerVerification>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Mask: Mask;
  Money: ResolverTypeWrapper<Scalars['Money']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotPermitted: ResolverTypeWrapper<ProblemData>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Person: ResolverTypeWrapper<PersonReference>;
  PersonName: ResolverTypeWrapper<Scalars['PersonName']['output']>;
  PersonReaders: ResolverTypeWrapper<PersonReference>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  Problem: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Problem']>;
  Purpose: Purpose;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Referral: ResolverTypeWrapper<ReferralRecord>;
  ReferralConnection: ResolverTypeWrapper<Omit<ReferralConnection, 'edges'> & { edges: Array<ResolversTypes['ReferralEdge']> }>;
  ReferralDeadline: ResolverTypeWrapper<ReferralDeadlineRecord>;
  ReferralEdge: ResolverTypeWrapper<Omit<ReferralEdge, 'node'> & { node: ResolversTypes['Referral'] }>;
  ReferralEvent: ResolverTypeWrapper<ReferralEventRecord>;
  ReferralEventFilter: ReferralEventFilter;
  ReferralFilter: ReferralFilter;
  ReferralKind: ResolverTypeWrapper<ReferralKindRule>;
  ReferralKindCode: ResolverTypeWrapper<Scalars['ReferralKindCode']['output']>;
  ReferralStatus: ReferralStatus;
  ReferralWindow: ResolverTypeWrapper<ReferralWindow>;
  RefusedEnvelope: ResolverTypeWrapper<RefusedEnvelopeRecord>;
  Region: ResolverTypeWrapper<RegionRecord>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  RegionLevel: RegionLevel;
  RegisterCaseInput: RegisterCaseInput;
  RegisterCasePayload: ResolverTypeWrapper<Omit<RegisterCasePayload, 'case' | 'problems'> & { case?: Maybe<ResolversTypes['Case']>, problems: Array<ResolversTypes['Problem']> }>;
  ResendDeadLetterInput: ResendDeadLetterInput;
  ResendDeadLetterPayload: ResolverTypeWrapper<Omit<ResendDeadLetterPayload, 'problems' | 'referral'> & { problems: Array<ResolversTypes['Problem']>, referral?: Maybe<ResolversTypes['Referral']> }>;
  ResidentIdNumber: ResolverTypeWrapper<Scalars['ResidentIdNumber']['output']>;
  SharingItem: ResolverTypeWrapper<SharingItem>;
  SharingLevel: SharingLevel;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TransitionConflict: ResolverTypeWrapper<ProblemData>;
  Viewer: ResolverTypeWrapper<ViewerRecord>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Agency: AgencyReference;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AgencyCode: Scalars['AgencyCode']['output'];
  Case: CaseRecord;
  Int: Scalars['Int']['output'];
  CaseConnection: Omit<CaseConnection, 'edges'> & { edges: Array<ResolversParentTypes['CaseEdge']> };
  CaseEdge: Omit<CaseEdge, 'node'> & { node: ResolversParentTypes['Case'] };
  CaseEvent: CaseEventRecord;
  CaseFilter: CaseFilter;
  CaseNumber: Scalars['CaseNumber']['output'];
  CaseNumberEntry: CaseNumberEntryRecord;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeadLetter: DeadLetterRecord;
  Disclosure: DisclosureRecord;
  InvalidInput: ProblemData;
  LedgerVerification: LedgerVerification;
  Boolean: Scalars['Boolean']['output'];
  Money: Scalars['Money']['output'];
  Mutation: Record<PropertyKey, never>;
  NotPermitted: ProblemData;
  PageInfo: PageInfo;
  Person: PersonReference;
  PersonName: Scalars['PersonName']['output'];
  PersonReaders: PersonReference;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  Problem: ResolversInterfaceTypes<ResolversParentTypes>['Problem'];
  Query: Record<PropertyKey, never>;
  Referral: ReferralRecord;
  ReferralConnection: Omit<ReferralConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReferralEdge']> };
  ReferralDeadline: ReferralDeadlineRecord;
  ReferralEdge: Omit<ReferralEdge, 'node'> & { node: ResolversParentTypes['Referral'] };
  ReferralEvent: ReferralEventRecord;
  ReferralEventFilter: ReferralEventFilter;
  ReferralFilter: ReferralFilter;
  ReferralKind: ReferralKindRule;
  ReferralKindCode: Scalars['ReferralKindCode']['output'];
  ReferralWindow: ReferralWindow;
  RefusedEnvelope: RefusedEnvelopeRecord;
  Region: RegionRecord;
  RegionCode: Scalars['RegionCode']['output'];
  RegisterCaseInput: RegisterCaseInput;
  RegisterCasePayload: Omit<RegisterCasePayload, 'case' | 'problems'> & { case?: Maybe<ResolversParentTypes['Case']>, problems: Array<ResolversParentTypes['Problem']> };
  ResendDeadLetterInput: ResendDeadLetterInput;
  ResendDeadLetterPayload: Omit<ResendDeadLetterPayload, 'problems' | 'referral'> & { problems: Array<ResolversParentTypes['Problem']>, referral?: Maybe<ResolversParentTypes['Referral']> };
  ResidentIdNumber: Scalars['ResidentIdNumber']['output'];
  SharingItem: SharingItem;
  Subscription: Record<PropertyKey, never>;
  TransitionConflict: ProblemData;
  Viewer: ViewerRecord;
};

export type SharingDirectiveArgs = {
  for?: Maybe<Array<Purpose>>;
  level: SharingLevel;
  mask?: Maybe<Mask>;
  otherwise?: Maybe<Mask>;
  with?: Maybe<Array<Scalars['AgencyCode']['input']>>;
};

export type SharingDirectiveResolver<Result, Parent, ContextType = Context, Args = SharingDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AgencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Agency'] = ResolversParentTypes['Agency'], FederationReferenceType extends FederationReferenceTypes['Agency'] = FederationReferenceTypes['Agency']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Agency']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface AgencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AgencyCode'], any> {
  name: 'AgencyCode';
}

export type CaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'], FederationReferenceType extends FederationReferenceTypes['Case'] = FederationReferenceTypes['Case']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Case']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agencies?: Resolver<Array<ResolversTypes['Agency']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CaseKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['CaseNumber'], ParentType, ContextType>;
  numbers?: Resolver<Array<ResolversTypes['CaseNumberEntry']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  referrals?: Resolver<Maybe<Array<ResolversTypes['Referral']>>, ParentType, ContextType, RequireFields<CaseReferralsArgs, 'first'>>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['CaseStage'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['CaseEvent']>, ParentType, ContextType, RequireFields<CaseTimelineArgs, 'first'>>;
};

export type CaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseConnection'] = ResolversParentTypes['CaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEdge'] = ResolversParentTypes['CaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
};

export type CaseEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEvent'] = ResolversParentTypes['CaseEvent']> = {
  agency?: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['CaseStage']>, ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CaseNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CaseNumber'], any> {
  name: 'CaseNumber';
}

export type CaseNumberEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseNumberEntry'] = ResolversParentTypes['CaseNumberEntry']> = {
  agency?: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['CaseNumber'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeadLetterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastError?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
};

export type DisclosureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure']> = {
  agency?: Resolver<ResolversTypes['AgencyCode'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  denied?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  recordType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  referralId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  accepted?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  received?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LedgerVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerVerification'] = ResolversParentTypes['LedgerVerification']> = {
  entries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstBad?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  intact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface MoneyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Money'], any> {
  name: 'Money';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  registerCase?: Resolver<ResolversTypes['RegisterCasePayload'], ParentType, ContextType, RequireFields<MutationRegisterCaseArgs, 'input'>>;
  resendDeadLetter?: Resolver<ResolversTypes['ResendDeadLetterPayload'], ParentType, ContextType, RequireFields<MutationResendDeadLetterArgs, 'input'>>;
};

export type NotPermittedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotPermitted'] = ResolversParentTypes['NotPermitted']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permitted?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  referrals?: Resolver<Maybe<Array<ResolversTypes['Referral']>>, ParentType, ContextType, RequireFields<PersonReferralsArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PersonNameScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PersonName'], any> {
  name: 'PersonName';
}

export type PersonReadersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonReaders'] = ResolversParentTypes['PersonReaders'], FederationReferenceType extends FederationReferenceTypes['PersonReaders'] = FederationReferenceTypes['PersonReaders']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PersonReaders']> | FederationReferenceType, FederationReferenceType, ContextType>;
  hub?: Resolver<Maybe<Array<ResolversTypes['Disclosure']>>, ParentType, ContextType, RequireFields<PersonReadersHubArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotPermitted' | 'TransitionConflict', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agencies?: Resolver<Array<ResolversTypes['Agency']>, ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType, RequireFields<QueryCaseArgs, 'id'>>;
  caseByNumber?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType, RequireFields<QueryCaseByNumberArgs, 'number'>>;
  cases?: Resolver<ResolversTypes['CaseConnection'], ParentType, ContextType, RequireFields<QueryCasesArgs, 'first'>>;
  deadLetters?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType, RequireFields<QueryDeadLettersArgs, 'first'>>;
  ledgerVerification?: Resolver<ResolversTypes['LedgerVerification'], ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType, RequireFields<QueryReferralArgs, 'id'>>;
  referralEventCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  referralKinds?: Resolver<Array<ResolversTypes['ReferralKind']>, ParentType, ContextType>;
  referralWindow?: Resolver<Maybe<ResolversTypes['ReferralWindow']>, ParentType, ContextType, RequireFields<QueryReferralWindowArgs, 'referral'>>;
  referrals?: Resolver<ResolversTypes['ReferralConnection'], ParentType, ContextType, RequireFields<QueryReferralsArgs, 'first'>>;
  refusedEnvelopes?: Resolver<Array<ResolversTypes['RefusedEnvelope']>, ParentType, ContextType, RequireFields<QueryRefusedEnvelopesArgs, 'first'>>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType, RequireFields<QueryRegionArgs, 'code'>>;
  sharingCatalogue?: Resolver<Array<ResolversTypes['SharingItem']>, ParentType, ContextType, RequireFields<QuerySharingCatalogueArgs, 'first'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type ReferralResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Referral'] = ResolversParentTypes['Referral'], FederationReferenceType extends FederationReferenceTypes['Referral'] = FederationReferenceTypes['Referral']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Referral']> | FederationReferenceType, FederationReferenceType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Referral']>, ParentType, ContextType, RequireFields<ReferralChildrenArgs, 'first'>>;
  deadlines?: Resolver<Array<ResolversTypes['ReferralDeadline']>, ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['ReferralEvent']>, ParentType, ContextType, RequireFields<ReferralHistoryArgs, 'first'>>;
  hops?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReferralKind'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  persons?: Resolver<Maybe<Array<ResolversTypes['Person']>>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  returnLoop?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReferralStatus'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReferralConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralConnection'] = ResolversParentTypes['ReferralConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReferralEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReferralDeadlineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralDeadline'] = ResolversParentTypes['ReferralDeadline']> = {
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lapsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeadlineState'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReferralEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralEdge'] = ResolversParentTypes['ReferralEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Referral'], ParentType, ContextType>;
};

export type ReferralEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralEvent'] = ResolversParentTypes['ReferralEvent']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  agency?: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reasonCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReferralStatus'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReferralKindResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralKind'] = ResolversParentTypes['ReferralKind']> = {
  acceptWithin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ReferralKindCode'], ParentType, ContextType>;
  finishWithin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Array<ResolversTypes['Agency']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Array<ResolversTypes['Agency']>, ParentType, ContextType>;
};

export interface ReferralKindCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ReferralKindCode'], any> {
  name: 'ReferralKindCode';
}

export type ReferralWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralWindow'] = ResolversParentTypes['ReferralWindow']> = {
  persons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  referralId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RefusedEnvelopeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefusedEnvelope'] = ResolversParentTypes['RefusedEnvelope']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  envelopeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region'], FederationReferenceType extends FederationReferenceTypes['Region'] = FederationReferenceTypes['Region']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Region']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['RegionLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type RegisterCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterCasePayload'] = ResolversParentTypes['RegisterCasePayload']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type ResendDeadLetterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendDeadLetterPayload'] = ResolversParentTypes['ResendDeadLetterPayload']> = {
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
};

export interface ResidentIdNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ResidentIdNumber'], any> {
  name: 'ResidentIdNumber';
}

export type SharingItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingItem'] = ResolversParentTypes['SharingItem']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['SharingLevel'], ParentType, ContextType>;
  mask?: Resolver<Maybe<ResolversTypes['Mask']>, ParentType, ContextType>;
  otherwise?: Resolver<Maybe<ResolversTypes['Mask']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['AgencyCode'], ParentType, ContextType>;
  purposes?: Resolver<Array<ResolversTypes['Purpose']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  with?: Resolver<Array<ResolversTypes['AgencyCode']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  referralEvents?: SubscriptionResolver<ResolversTypes['ReferralEvent'], "referralEvents", ParentType, ContextType, Partial<SubscriptionReferralEventsArgs>>;
};

export type TransitionConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitionConflict'] = ResolversParentTypes['TransitionConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currentStatus?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  agency?: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Agency?: AgencyResolvers<ContextType>;
  AgencyCode?: GraphQLScalarType;
  Case?: CaseResolvers<ContextType>;
  CaseConnection?: CaseConnectionResolvers<ContextType>;
  CaseEdge?: CaseEdgeResolvers<ContextType>;
  CaseEvent?: CaseEventResolvers<ContextType>;
  CaseNumber?: GraphQLScalarType;
  CaseNumberEntry?: CaseNumberEntryResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  Disclosure?: DisclosureResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  LedgerVerification?: LedgerVerificationResolvers<ContextType>;
  Money?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  NotPermitted?: NotPermittedResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonName?: GraphQLScalarType;
  PersonReaders?: PersonReadersResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  Problem?: ProblemResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Referral?: ReferralResolvers<ContextType>;
  ReferralConnection?: ReferralConnectionResolvers<ContextType>;
  ReferralDeadline?: ReferralDeadlineResolvers<ContextType>;
  ReferralEdge?: ReferralEdgeResolvers<ContextType>;
  ReferralEvent?: ReferralEventResolvers<ContextType>;
  ReferralKind?: ReferralKindResolvers<ContextType>;
  ReferralKindCode?: GraphQLScalarType;
  ReferralWindow?: ReferralWindowResolvers<ContextType>;
  RefusedEnvelope?: RefusedEnvelopeResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  RegisterCasePayload?: RegisterCasePayloadResolvers<ContextType>;
  ResendDeadLetterPayload?: ResendDeadLetterPayloadResolvers<ContextType>;
  ResidentIdNumber?: GraphQLScalarType;
  SharingItem?: SharingItemResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TransitionConflict?: TransitionConflictResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};

import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProblemData } from '../../kit/problems/problem.ts';
import type { PersonReference, CaseReference, ReferralReference, AidLeadReference, AgencyReference, RegionReference } from '../../kit/references.ts';
import type { ReferralSide as ReferralSideRecord } from '../../kit/referrals/side.ts';
import type { OfferedAction } from '../../kit/referrals/steps.ts';
import type { WithdrawalRequest as WithdrawalRequestRecord } from '../../kit/referrals/withdrawalRequests.ts';
import type { Disclosure as DisclosureRecord } from '../../kit/audit/disclosures.ts';
import type { ProsecutionCase as ProsecutionCaseRecord } from '../cases/store.ts';
import type { AidCase as AidCaseRecord } from '../judicial-aid/store/aidCases.ts';
import type { AidPayment as AidPaymentRecord } from '../judicial-aid/store/aidPayments.ts';
import type { Consultation as ConsultationRecord } from '../judicial-aid/store/consultations.ts';
import type { MaterialRequest as MaterialRequestRecord } from '../judicial-aid/store/materialRequests.ts';
import type { Procuratorate as ProcuratorateRecord } from '../units/store.ts';
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

/** Which lead is accepted. */
export type AcceptAidLeadInput = {
  /** The version of the prosecutors' own side of the referral that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** A word to the sender; at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The referral that brought the lead. */
  referralId: Scalars['ID']['input'];
};

/** What came of it. */
export type AcceptAidLeadPayload = {
  /** The aid case that was opened; null where there are problems. */
  aidCase?: Maybe<AidCase>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** An agency of the hub 机关. */
export type Agency = {
  /** The agency's code. */
  code: Scalars['ID']['output'];
};

/** The cap on aid and what it is computed from 救助金上限. */
export type AidCap = {
  /** The cap in CNY. */
  amount: Scalars['Money']['output'];
  /** The average monthly wage in CNY. */
  monthlyWage: Scalars['Money']['output'];
  /** How many months of it. */
  months: Scalars['Int']['output'];
  /** The region of that wage. */
  region?: Maybe<Region>;
  /** The source of the wage figure. */
  source: Scalars['String']['output'];
  /** The year of that wage. */
  year: Scalars['Int']['output'];
};

/** A judicial-aid case 司法救助案件: what the prosecutors make of a lead. */
export type AidCase = {
  /** The lead it came from. */
  aidLead?: Maybe<AidLead>;
  /** The applicant; the federation has her in its lead. */
  applicant?: Maybe<Person>;
  /** What the viewer can do with the aid case now, as mutations of this schema; steps of its referral stand in `availableActions` of the own side. */
  availableActions: Array<Scalars['String']['output']>;
  /** The most that may be given without approval of the excess: 36 times the region's average monthly wage of the year before. Null where that wage is not recorded. */
  cap?: Maybe<AidCap>;
  /** The criminal case behind it; the federation has it in its lead. */
  case?: Maybe<Case>;
  /** The decision; null before there is one. */
  decision?: Maybe<AidDecision>;
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** What was asked for, oldest first. */
  materialRequests: Array<MaterialRequest>;
  /** The prosecutors' document number 文书号, for example 沈检救助〔2023〕12号. */
  number: Scalars['String']['output'];
  /** When it was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** The payments, oldest first. */
  payments: Array<AidPayment>;
  /** The proposal; null before there is one. */
  proposal?: Maybe<AidProposal>;
  /** The referral that brought the lead. */
  referral?: Maybe<Referral>;
  /** The region where the case is handled. */
  region?: Maybe<Region>;
  /** How far it is. */
  status: AidCaseStatus;
  /** Version for `expectedVersion`: grows with every change. */
  version: Scalars['Int']['output'];
};

/** A page of aid cases. */
export type AidCaseConnection = {
  /** The aid cases with their cursors. */
  edges: Array<AidCaseEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** An aid case in a page. */
export type AidCaseEdge = {
  /** The cursor of this aid case. */
  cursor: Scalars['String']['output'];
  /** The aid case. */
  node: AidCase;
};

/** Which aid cases; all conditions must hold. */
export type AidCaseFilter = {
  /** Opened at or after. */
  openedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Opened before. */
  openedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<AidCaseStatus>>;
};

/** What came of it. */
export type AidCasePayload = {
  /** The aid case; null where there are problems. */
  aidCase?: Maybe<AidCase>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** How far an aid case is 救助案件状态. */
export type AidCaseStatus =
  /** Aid was approved 已批准. */
  | 'APPROVED'
  /** Closed, with feedback given, or withdrawn 已办结. */
  | 'CLOSED'
  /** Opened on acceptance 已立案. */
  | 'OPENED'
  /** Aid was paid 已发放. */
  | 'PAID'
  /** An opinion on whether and how much was given 已提出意见. */
  | 'PROPOSED'
  /** Aid was refused 不予救助. */
  | 'REJECTED'
  /** Being reviewed 审查中. */
  | 'UNDER_REVIEW'
  /** Waiting for materials; the term pauses 待补材料. */
  | 'WAITING_FOR_MATERIALS';

/** A decision on a proposal 救助决定. */
export type AidDecision = {
  /** The amount approved in CNY; null where no aid was approved. */
  amount?: Maybe<Scalars['Money']['output']>;
  /** Whether the proposal was approved; that of a proposal not to aid means that no aid is given. */
  approved: Scalars['Boolean']['output'];
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
};

/** The approval that an amount above the cap needs 超限额审批. */
export type AidExcessInput = {
  /** The number of the document that approves it 批准文号; at most 100 characters. */
  approvalDocument: Scalars['String']['input'];
  /** What a court would award, in CNY; aid never exceeds it. */
  courtAward: Scalars['Money']['input'];
};

/** A lead on a woman who may be entitled to judicial aid 司法救助线索. */
export type AidLead = {
  /** What the prosecutors made of it; null before acceptance. */
  aidCase?: Maybe<AidCase>;
  /** Consultations on it, newest first. */
  consultations?: Maybe<Array<Consultation>>;
  /** Global id of the lead. */
  id: Scalars['ID']['output'];
};


/** A lead on a woman who may be entitled to judicial aid 司法救助线索. */
export type AidLeadConsultationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A payment of aid 救助金发放. */
export type AidPayment = {
  /** The amount in CNY. */
  amount: Scalars['Money']['output'];
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** The day of payment. */
  paidOn: Scalars['Date']['output'];
  /** The voucher's number 凭证号. */
  voucher: Scalars['String']['output'];
};

/** An opinion on whether and how much aid to give 救助意见. */
export type AidProposal = {
  /** Whether aid is proposed; false for a proposal not to aid 不予救助. */
  aid: Scalars['Boolean']['output'];
  /** The amount in CNY; null in a proposal not to aid. */
  amount?: Maybe<Scalars['Money']['output']>;
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** Loss that a court would award, in CNY: the most that may be given at all where the cap is exceeded. */
  courtAward?: Maybe<Scalars['Money']['output']>;
  /** Whether it exceeds the cap and so needs approval of the excess. */
  exceedsCap: Scalars['Boolean']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
};

/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type Case = {
  /** Aid cases on this case, newest first. */
  aidCases?: Maybe<Array<AidCase>>;
  /** Global id of the case. */
  id: Scalars['ID']['output'];
  /** The case as the prosecutors hold it; null where it never came to them. */
  prosecution?: Maybe<ProsecutionCase>;
};


/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type CaseAidCasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What came of it. */
export type CaseSealPayload = {
  /** The case; null where there are problems. The agency's own records are sealed at once, those of others within seconds. */
  case?: Maybe<Case>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** The feedback. */
export type ConcludeAidLeadInput = {
  /** The aid case. */
  aidCaseId: Scalars['ID']['input'];
  /** The version of the aid case that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** What was decided and done; at most 4,000 characters. */
  feedback: Scalars['String']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
};

/** A consultation of agencies on leads 会商. */
export type Consultation = {
  /** The leads it was about. */
  aidLeads?: Maybe<Array<AidLead>>;
  /** What was decided 议定事项. */
  decisions: Array<Scalars['String']['output']>;
  /** The day it was held. */
  heldOn: Scalars['Date']['output'];
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** What was said 会商纪要. */
  minutes: Scalars['String']['output'];
  /** The agencies that took part. */
  participants?: Maybe<Array<Agency>>;
};

/** A decision. */
export type DecideAidInput = {
  /** The aid case. */
  aidCaseId: Scalars['ID']['input'];
  /** Whether the proposal is approved. */
  approve: Scalars['Boolean']['input'];
  /** The version of the aid case that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** Why; at most 2,000 characters. */
  reason: Scalars['String']['input'];
};

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

/** How far a judicial confirmation is 司法确认状态. */
export type JudicialConfirmationStatus =
  /** Accepted, being reviewed 已受理. */
  | 'ACCEPTED'
  /** The parties have applied together; the court has not accepted the application yet 已申请. */
  | 'APPLIED'
  /** The agreement is confirmed and can be enforced 裁定有效. */
  | 'CONFIRMED'
  /** The court did not accept the application 不予受理. */
  | 'NOT_ACCEPTED'
  /** Another court is competent, and has the application now 移送其他法院. */
  | 'REFERRED_ONWARD'
  /** The application is rejected 裁定驳回申请. */
  | 'REJECTED'
  /** The parties took the application back 已撤回申请. */
  | 'WITHDRAWN';

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

/** A request for materials 补充材料通知. */
export type MaterialRequest = {
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** What is missing. */
  materials: Array<Scalars['String']['output']>;
  /** When all of it had come; null before. */
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
};

export type Mutation = {
  /** Accept a lead 受理线索: opens the aid case; the review term of 10 working days begins. */
  acceptAidLead: AcceptAidLeadPayload;
  /** Conclude a lead and send the feedback to its sender 办结反馈. */
  concludeAidLead: AidCasePayload;
  /**
   * Decide on a proposal 审批; somebody other than the proposer. Approved, the case is APPROVED or, where the proposal is not to aid, REJECTED.
   * A proposal of an amount that is not approved is REJECTED; a proposal not to aid that is not approved puts the case back UNDER_REVIEW.
   */
  decideAid: AidCasePayload;
  /**
   * Propose whether and how much aid is given 提出救助意见: an amount, or with `aid: false` that no aid is given 不予救助. The cap is 36
   * months of the region's average wage. What was paid once stays paid: a case with payments takes no proposal not to aid.
   */
  proposeAid: AidCasePayload;
  /**
   * Take a step of a referral that carries no data of its own 移送步骤: withdraw, return, acknowledge and the like. `availableActions` of the agency's own
   * side lists the steps that are possible now.
   */
  prosecutorsReferralStep: ReferralStepPayload;
  /** Seal the juvenile record of a case 封存未成年人犯罪记录 (Criminal Procedure Law art. 286): to everybody but the authority that seals it, in all agencies. */
  prosecutorsSealCase: CaseSealPayload;
  /** Take back the own agency's seal of a case 解除封存; the case opens once no authority has sealed it any more. */
  prosecutorsUnsealCase: CaseSealPayload;
  /** Record that the materials asked for have come 材料补齐: the term goes on. */
  recordAidMaterials: AidCasePayload;
  /** Record a payment 发放救助金. */
  recordAidPayment: AidCasePayload;
  /** Record a consultation 会商 with other agencies on one or more leads. */
  recordConsultation: RecordConsultationPayload;
  /** Ask for materials that are missing 通知补充材料: the term pauses. */
  requestAidMaterials: AidCasePayload;
};


export type MutationAcceptAidLeadArgs = {
  input: AcceptAidLeadInput;
};


export type MutationConcludeAidLeadArgs = {
  input: ConcludeAidLeadInput;
};


export type MutationDecideAidArgs = {
  input: DecideAidInput;
};


export type MutationProposeAidArgs = {
  input: ProposeAidInput;
};


export type MutationProsecutorsReferralStepArgs = {
  input: ReferralStepInput;
};


export type MutationProsecutorsSealCaseArgs = {
  input: SealCaseInput;
};


export type MutationProsecutorsUnsealCaseArgs = {
  input: SealCaseInput;
};


export type MutationRecordAidMaterialsArgs = {
  input: RecordAidMaterialsInput;
};


export type MutationRecordAidPaymentArgs = {
  input: RecordAidPaymentInput;
};


export type MutationRecordConsultationArgs = {
  input: RecordConsultationInput;
};


export type MutationRequestAidMaterialsArgs = {
  input: RequestAidMaterialsInput;
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
  /** Aid cases in which this person is the applicant, newest first: earlier aid is seen here. */
  aidCases?: Maybe<Array<AidCase>>;
  /** Prosecution cases that this person is a party of, newest first. */
  prosecutionCases?: Maybe<Array<ProsecutionCase>>;
  /** HMAC of the identity number under a key that only agencies hold: the gateway joins by it, and no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** A person, joined by token; nobody owns it. */
export type PersonAidCasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person, joined by token; nobody owns it. */
export type PersonProsecutionCasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReaders = {
  /** Readings of the records of this agency 检察院 on the person, newest first; auditors only. */
  prosecutors?: Maybe<Array<Disclosure>>;
  /** The person's token; no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReadersProsecutorsArgs = {
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

/** A procuratorate 检察院. */
export type Procuratorate = {
  /** Its code in the register of the demonstration. */
  code: Scalars['ID']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** The short name in its document numbers, for example 沈. */
  shortName: Scalars['String']['output'];
};

/** A proposal. */
export type ProposeAidInput = {
  /** Whether aid is proposed; false for a proposal not to aid 不予救助. */
  aid: Scalars['Boolean']['input'];
  /** The aid case. */
  aidCaseId: Scalars['ID']['input'];
  /** The amount in CNY, above zero, with at most two decimals; required where aid is proposed, left out in a proposal not to aid. */
  amount?: InputMaybe<Scalars['Money']['input']>;
  /** Where the amount exceeds the cap: the superior's approval of the excess. Left out in a proposal not to aid. */
  excess?: InputMaybe<AidExcessInput>;
  /** The version of the aid case that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** Why; at most 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** A case as the prosecutors hold it 检察案件. */
export type ProsecutionCase = {
  /** The case of the register. */
  case?: Maybe<Case>;
  /** The charge 罪名. */
  charge?: Maybe<Scalars['String']['output']>;
  /** When it was decided whether to prosecute; null before. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** The document number, for example 沈检刑诉〔2023〕12号. */
  number: Scalars['CaseNumber']['output'];
  /** When it came in. */
  receivedOn: Scalars['Date']['output'];
  /** The region of the procuratorate. */
  region?: Maybe<Region>;
  /** How far it is. */
  status: ProsecutionStatus;
};

/** A page of prosecution cases. */
export type ProsecutionCaseConnection = {
  /** The cases with their cursors. */
  edges: Array<ProsecutionCaseEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A prosecution case in a page. */
export type ProsecutionCaseEdge = {
  /** The cursor of this case. */
  cursor: Scalars['String']['output'];
  /** The case. */
  node: ProsecutionCase;
};

/** Which prosecution cases; all conditions must hold. */
export type ProsecutionCaseFilter = {
  /** Received on or after. */
  receivedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Received before. */
  receivedTo?: InputMaybe<Scalars['Date']['input']>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<ProsecutionStatus>>;
};

/** How far a prosecution is 检察环节. */
export type ProsecutionStatus =
  /** Arrest under review 审查逮捕. */
  | 'ARREST_REVIEW'
  /** Indicted 提起公诉. */
  | 'INDICTED'
  /** Not prosecuted 不起诉. */
  | 'NOT_PROSECUTED'
  /** Prosecution under review 审查起诉. */
  | 'PROSECUTION_REVIEW';

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
  /** An aid case by its id 司法救助案件; null where there is none that the viewer may see. */
  aidCase?: Maybe<AidCase>;
  /** Aid cases of the viewer's region, newest first. */
  aidCases: AidCaseConnection;
  /** Prosecution cases 检察案件 of the viewer's region, newest first. */
  prosecutionCases: ProsecutionCaseConnection;
};


export type QueryAidCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAidCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AidCaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryProsecutionCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProsecutionCaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which materials came. */
export type RecordAidMaterialsInput = {
  /** The aid case. */
  aidCaseId: Scalars['ID']['input'];
  /** The version of the aid case that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
};

/** A payment. */
export type RecordAidPaymentInput = {
  /** The aid case. */
  aidCaseId: Scalars['ID']['input'];
  /** The amount in CNY; all payments together never exceed what was approved. */
  amount: Scalars['Money']['input'];
  /** The version of the aid case that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The day of payment; not in the future. */
  paidOn: Scalars['Date']['input'];
  /** The voucher's number; at most 100 characters. A voucher is recorded once for an aid case: letters' case, width and blanks make no other one. */
  voucher: Scalars['String']['input'];
};

/** A consultation. */
export type RecordConsultationInput = {
  /** The leads it was about, 1 to 50; each one received by the prosecutors. */
  aidLeadIds: Array<Scalars['ID']['input']>;
  /** What was decided; 1 to 20 items of at most 500 characters. */
  decisions: Array<Scalars['String']['input']>;
  /** The day it was held; not in the future. */
  heldOn: Scalars['Date']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** What was said; at most 10,000 characters. */
  minutes: Scalars['String']['input'];
  /** The other agencies that took part; the prosecutors themselves are always one. */
  participants: Array<Scalars['AgencyCode']['input']>;
};

/** What came of it. */
export type RecordConsultationPayload = {
  /** The consultation; null where there are problems. */
  consultation?: Maybe<Consultation>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** A handing over from one agency to another 移送, as the exchange's ledger has it. */
export type Referral = {
  /** The aid case that it opened; null where there is none. */
  aidCase?: Maybe<AidCase>;
  /** Global id of the referral. */
  id: Scalars['ID']['output'];
  /** The prosecutors' own side of the referral; null where they have none. */
  prosecutorsSide?: Maybe<ReferralSide>;
};

/** Something that the viewer can do with a referral 可执行的操作. */
export type ReferralAction = {
  /** The action, for example ACCEPT. */
  action: Scalars['String']['output'];
  /** The fields that its input must have; for referring onward also `toAgency` and `toRegion`, of which one may be left out. */
  inputs: Array<Scalars['String']['output']>;
  /** Its name in the caller's language. */
  label: Scalars['String']['output'];
  /** The status that it leads to; null where it changes none. */
  leadsTo?: Maybe<ReferralStatus>;
  /** The mutation of this schema that does it. */
  operation: Scalars['String']['output'];
  /** The codes of the reasons of which one must be given; empty where none is required. */
  reasons: Array<ReferralReasonOption>;
};

/** A coded reason with its text. */
export type ReferralReason = {
  /** The code, one of the kind's reasons. */
  code: Scalars['String']['output'];
  /** The officer's words; null where none were given. */
  text?: Maybe<Scalars['String']['output']>;
};

/** A reason that can be given. */
export type ReferralReasonOption = {
  /** Its code. */
  code: Scalars['String']['output'];
  /** Its words in the caller's language. */
  label: Scalars['String']['output'];
};

/** One agency's own side of a referral: what its own database holds. Both sides and the exchange agree once every message is delivered. */
export type ReferralSide = {
  /** The agency whose side this is. */
  agency: Scalars['AgencyCode']['output'];
  /** What the viewer can do with the referral now; empty for people of other agencies. */
  availableActions: Array<ReferralAction>;
  /** The status that this agency holds. */
  status: ReferralStatus;
  /** When this side changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The version that this agency holds, for `expectedVersion`: the number of transitions applied, requests and answers included. */
  version: Scalars['Int']['output'];
  /** The newest request to withdraw the referral after its acceptance, open or answered; null where there was none. */
  withdrawalRequest?: Maybe<WithdrawalRequest>;
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

/** A step of a referral that carries no data of its own. */
export type ReferralStepInput = {
  /** The action, one of those that `availableActions` of the agency's own side lists with this mutation, for example WITHDRAW. */
  action: Scalars['String']['input'];
  /** The version of the agency's own side that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The code of the reason, one of the kind's for the action; required where the action has reasons. */
  reasonCode?: InputMaybe<Scalars['String']['input']>;
  /** The referral. */
  referralId: Scalars['ID']['input'];
  /** The officer's words; required where the reason is OTHER; at most 2,000 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** For referring onward: the agency that receives it, one of the kind's receivers; the own agency where it is left out. */
  toAgency?: InputMaybe<Scalars['AgencyCode']['input']>;
  /** For referring onward: the region that receives it; the referral's own where it is left out, which another agency must receive then. */
  toRegion?: InputMaybe<Scalars['RegionCode']['input']>;
};

/** What came of it. */
export type ReferralStepPayload = {
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
  /** The referral as the exchange's ledger has it, which the step may not have reached yet; null where there are problems. */
  referral?: Maybe<Referral>;
  /** The agency's own side after the step; null where there are problems. */
  side?: Maybe<ReferralSide>;
};

/** A region 行政区划 (GB/T 2260). */
export type Region = {
  /** The region's code (GB/T 2260). */
  code: Scalars['ID']['output'];
  /** The procuratorates of exactly this region 检察院. */
  procuratorates?: Maybe<Array<Procuratorate>>;
};

/** What is missing. */
export type RequestAidMaterialsInput = {
  /** The aid case. */
  aidCaseId: Scalars['ID']['input'];
  /** The version of the aid case that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** What is missing; 1 to 20 items of at most 200 characters. */
  materials: Array<Scalars['String']['input']>;
};

/** Which case is sealed or unsealed. */
export type SealCaseInput = {
  /** The case's id in the register; the agency holds a record on it in the viewer's region. */
  caseId: Scalars['ID']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** Why, with the decision that it rests on; at most 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** How something is shared 共享属性 (Regulation on Government Data Sharing). */
export type SharingLevel =
  /** Only under an open referral to the reader's agency, on the persons and the case that the referral is about 有条件共享. */
  | 'CONDITIONAL'
  /** With nobody 不予共享. */
  | 'NOT_SHARED'
  /** With everybody named, at any time 无条件共享. */
  | 'UNCONDITIONAL';

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

/** What became of a request to withdraw 撤回申请处理结果. */
export type WithdrawalOutcome =
  /** The receiver agreed; the referral is withdrawn 已同意. */
  | 'AGREED'
  /** The referral ended before it was answered 已失效. */
  | 'LAPSED'
  /** It waits for an answer; nothing is paid meanwhile 待答复. */
  | 'OPEN'
  /** The receiver refused; the work goes on 不同意. */
  | 'REFUSED'
  /** The sender took it back 已取消. */
  | 'TAKEN_BACK';

/** A request to withdraw a referral that was accepted 撤回申请. */
export type WithdrawalRequest = {
  /** Why it was refused; null otherwise. */
  answerReason?: Maybe<ReferralReason>;
  /** When it was answered or taken back; null while it is open or where it has lapsed. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What became of it. */
  outcome: WithdrawalOutcome;
  /** Why the sender asks. */
  reason: ReferralReason;
  /** When it was made. */
  requestedAt: Scalars['DateTime']['output'];
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
  AidCase: AidCase;
  AidLead: AidLead;
  Case: Case;
  Consultation: Consultation;
  Person: Person;
  PersonReaders: PersonReaders;
  ProsecutionCase: ProsecutionCase;
  Referral: Referral;
  Region: Region;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AidCase:
    ( { __typename: 'AidCase' }
    & GraphQLRecursivePick<FederationTypes['AidCase'], {"id":true}> );
  AidLead:
    ( { __typename: 'AidLead' }
    & GraphQLRecursivePick<FederationTypes['AidLead'], {"id":true}> );
  Case:
    ( { __typename: 'Case' }
    & GraphQLRecursivePick<FederationTypes['Case'], {"id":true}> );
  Consultation:
    ( { __typename: 'Consultation' }
    & GraphQLRecursivePick<FederationTypes['Consultation'], {"id":true}> );
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"token":true}> );
  PersonReaders:
    ( { __typename: 'PersonReaders' }
    & GraphQLRecursivePick<FederationTypes['PersonReaders'], {"token":true}> );
  ProsecutionCase:
    ( { __typename: 'ProsecutionCase' }
    & GraphQLRecursivePick<FederationTypes['ProsecutionCase'], {"id":true}> );
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
  AcceptAidLeadInput: AcceptAidLeadInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AcceptAidLeadPayload: ResolverTypeWrapper<Omit<AcceptAidLeadPayload, 'aidCase' | 'problems'> & { aidCase?: Maybe<ResolversTypes['AidCase']>, problems: Array<ResolversTypes['Problem']> }>;
  Agency: ResolverTypeWrapper<AgencyReference>;
  AgencyCode: ResolverTypeWrapper<Scalars['AgencyCode']['output']>;
  AidCap: ResolverTypeWrapper<Omit<AidCap, 'region'> & { region?: Maybe<ResolversTypes['Region']> }>;
  AidCase: ResolverTypeWrapper<AidCaseRecord>;
  AidCaseConnection: ResolverTypeWrapper<Omit<AidCaseConnection, 'edges'> & { edges: Array<ResolversTypes['AidCaseEdge']> }>;
  AidCaseEdge: ResolverTypeWrapper<Omit<AidCaseEdge, 'node'> & { node: ResolversTypes['AidCase'] }>;
  AidCaseFilter: AidCaseFilter;
  AidCasePayload: ResolverTypeWrapper<Omit<AidCasePayload, 'aidCase' | 'problems'> & { aidCase?: Maybe<ResolversTypes['AidCase']>, problems: Array<ResolversTypes['Problem']> }>;
  AidCaseStatus: AidCaseStatus;
  AidDecision: ResolverTypeWrapper<AidDecision>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AidExcessInput: AidExcessInput;
  AidLead: ResolverTypeWrapper<AidLeadReference>;
  AidPayment: ResolverTypeWrapper<AidPaymentRecord>;
  AidProposal: ResolverTypeWrapper<AidProposal>;
  Case: ResolverTypeWrapper<CaseReference>;
  CaseNumber: ResolverTypeWrapper<Scalars['CaseNumber']['output']>;
  CaseSealPayload: ResolverTypeWrapper<Omit<CaseSealPayload, 'case' | 'problems'> & { case?: Maybe<ResolversTypes['Case']>, problems: Array<ResolversTypes['Problem']> }>;
  ConcludeAidLeadInput: ConcludeAidLeadInput;
  Consultation: ResolverTypeWrapper<ConsultationRecord>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideAidInput: DecideAidInput;
  DeliveryStatus: DeliveryStatus;
  Disclosure: ResolverTypeWrapper<DisclosureRecord>;
  DisputeKind: DisputeKind;
  InvalidInput: ResolverTypeWrapper<ProblemData>;
  JudicialConfirmationStatus: JudicialConfirmationStatus;
  Mask: Mask;
  MaterialRequest: ResolverTypeWrapper<MaterialRequestRecord>;
  Money: ResolverTypeWrapper<Scalars['Money']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotPermitted: ResolverTypeWrapper<ProblemData>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Person: ResolverTypeWrapper<PersonReference>;
  PersonName: ResolverTypeWrapper<Scalars['PersonName']['output']>;
  PersonReaders: ResolverTypeWrapper<PersonReference>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  Problem: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Problem']>;
  Procuratorate: ResolverTypeWrapper<ProcuratorateRecord>;
  ProposeAidInput: ProposeAidInput;
  ProsecutionCase: ResolverTypeWrapper<ProsecutionCaseRecord>;
  ProsecutionCaseConnection: ResolverTypeWrapper<Omit<ProsecutionCaseConnection, 'edges'> & { edges: Array<ResolversTypes['ProsecutionCaseEdge']> }>;
  ProsecutionCaseEdge: ResolverTypeWrapper<Omit<ProsecutionCaseEdge, 'node'> & { node: ResolversTypes['ProsecutionCase'] }>;
  ProsecutionCaseFilter: ProsecutionCaseFilter;
  ProsecutionStatus: ProsecutionStatus;
  Purpose: Purpose;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordAidMaterialsInput: RecordAidMaterialsInput;
  RecordAidPaymentInput: RecordAidPaymentInput;
  RecordConsultationInput: RecordConsultationInput;
  RecordConsultationPayload: ResolverTypeWrapper<Omit<RecordConsultationPayload, 'consultation' | 'problems'> & { consultation?: Maybe<ResolversTypes['Consultation']>, problems: Array<ResolversTypes['Problem']> }>;
  Referral: ResolverTypeWrapper<ReferralReference>;
  ReferralAction: ResolverTypeWrapper<OfferedAction>;
  ReferralKindCode: ResolverTypeWrapper<Scalars['ReferralKindCode']['output']>;
  ReferralReason: ResolverTypeWrapper<ReferralReason>;
  ReferralReasonOption: ResolverTypeWrapper<ReferralReasonOption>;
  ReferralSide: ResolverTypeWrapper<ReferralSideRecord>;
  ReferralStatus: ReferralStatus;
  ReferralStepInput: ReferralStepInput;
  ReferralStepPayload: ResolverTypeWrapper<Omit<ReferralStepPayload, 'problems' | 'referral' | 'side'> & { problems: Array<ResolversTypes['Problem']>, referral?: Maybe<ResolversTypes['Referral']>, side?: Maybe<ResolversTypes['ReferralSide']> }>;
  Region: ResolverTypeWrapper<RegionReference>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  RequestAidMaterialsInput: RequestAidMaterialsInput;
  ResidentIdNumber: ResolverTypeWrapper<Scalars['ResidentIdNumber']['output']>;
  SealCaseInput: SealCaseInput;
  SharingLevel: SharingLevel;
  TransitionConflict: ResolverTypeWrapper<ProblemData>;
  WithdrawalOutcome: WithdrawalOutcome;
  WithdrawalRequest: ResolverTypeWrapper<WithdrawalRequestRecord>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptAidLeadInput: AcceptAidLeadInput;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AcceptAidLeadPayload: Omit<AcceptAidLeadPayload, 'aidCase' | 'problems'> & { aidCase?: Maybe<ResolversParentTypes['AidCase']>, problems: Array<ResolversParentTypes['Problem']> };
  Agency: AgencyReference;
  AgencyCode: Scalars['AgencyCode']['output'];
  AidCap: Omit<AidCap, 'region'> & { region?: Maybe<ResolversParentTypes['Region']> };
  AidCase: AidCaseRecord;
  AidCaseConnection: Omit<AidCaseConnection, 'edges'> & { edges: Array<ResolversParentTypes['AidCaseEdge']> };
  AidCaseEdge: Omit<AidCaseEdge, 'node'> & { node: ResolversParentTypes['AidCase'] };
  AidCaseFilter: AidCaseFilter;
  AidCasePayload: Omit<AidCasePayload, 'aidCase' | 'problems'> & { aidCase?: Maybe<ResolversParentTypes['AidCase']>, problems: Array<ResolversParentTypes['Problem']> };
  AidDecision: AidDecision;
  Boolean: Scalars['Boolean']['output'];
  AidExcessInput: AidExcessInput;
  AidLead: AidLeadReference;
  AidPayment: AidPaymentRecord;
  AidProposal: AidProposal;
  Case: CaseReference;
  CaseNumber: Scalars['CaseNumber']['output'];
  CaseSealPayload: Omit<CaseSealPayload, 'case' | 'problems'> & { case?: Maybe<ResolversParentTypes['Case']>, problems: Array<ResolversParentTypes['Problem']> };
  ConcludeAidLeadInput: ConcludeAidLeadInput;
  Consultation: ConsultationRecord;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DecideAidInput: DecideAidInput;
  Disclosure: DisclosureRecord;
  InvalidInput: ProblemData;
  MaterialRequest: MaterialRequestRecord;
  Money: Scalars['Money']['output'];
  Mutation: Record<PropertyKey, never>;
  NotPermitted: ProblemData;
  PageInfo: PageInfo;
  Person: PersonReference;
  PersonName: Scalars['PersonName']['output'];
  PersonReaders: PersonReference;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  Problem: ResolversInterfaceTypes<ResolversParentTypes>['Problem'];
  Procuratorate: ProcuratorateRecord;
  ProposeAidInput: ProposeAidInput;
  ProsecutionCase: ProsecutionCaseRecord;
  ProsecutionCaseConnection: Omit<ProsecutionCaseConnection, 'edges'> & { edges: Array<ResolversParentTypes['ProsecutionCaseEdge']> };
  ProsecutionCaseEdge: Omit<ProsecutionCaseEdge, 'node'> & { node: ResolversParentTypes['ProsecutionCase'] };
  ProsecutionCaseFilter: ProsecutionCaseFilter;
  Query: Record<PropertyKey, never>;
  RecordAidMaterialsInput: RecordAidMaterialsInput;
  RecordAidPaymentInput: RecordAidPaymentInput;
  RecordConsultationInput: RecordConsultationInput;
  RecordConsultationPayload: Omit<RecordConsultationPayload, 'consultation' | 'problems'> & { consultation?: Maybe<ResolversParentTypes['Consultation']>, problems: Array<ResolversParentTypes['Problem']> };
  Referral: ReferralReference;
  ReferralAction: OfferedAction;
  ReferralKindCode: Scalars['ReferralKindCode']['output'];
  ReferralReason: ReferralReason;
  ReferralReasonOption: ReferralReasonOption;
  ReferralSide: ReferralSideRecord;
  ReferralStepInput: ReferralStepInput;
  ReferralStepPayload: Omit<ReferralStepPayload, 'problems' | 'referral' | 'side'> & { problems: Array<ResolversParentTypes['Problem']>, referral?: Maybe<ResolversParentTypes['Referral']>, side?: Maybe<ResolversParentTypes['ReferralSide']> };
  Region: RegionReference;
  RegionCode: Scalars['RegionCode']['output'];
  RequestAidMaterialsInput: RequestAidMaterialsInput;
  ResidentIdNumber: Scalars['ResidentIdNumber']['output'];
  SealCaseInput: SealCaseInput;
  TransitionConflict: ProblemData;
  WithdrawalRequest: WithdrawalRequestRecord;
};

export type SharingDirectiveArgs = {
  for?: Maybe<Array<Purpose>>;
  level: SharingLevel;
  mask?: Maybe<Mask>;
  otherwise?: Maybe<Mask>;
  with?: Maybe<Array<Scalars['AgencyCode']['input']>>;
};

export type SharingDirectiveResolver<Result, Parent, ContextType = Context, Args = SharingDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AcceptAidLeadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptAidLeadPayload'] = ResolversParentTypes['AcceptAidLeadPayload']> = {
  aidCase?: Resolver<Maybe<ResolversTypes['AidCase']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type AgencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Agency'] = ResolversParentTypes['Agency']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface AgencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AgencyCode'], any> {
  name: 'AgencyCode';
}

export type AidCapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidCap'] = ResolversParentTypes['AidCap']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  monthlyWage?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  months?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AidCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidCase'] = ResolversParentTypes['AidCase'], FederationReferenceType extends FederationReferenceTypes['AidCase'] = FederationReferenceTypes['AidCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AidCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aidLead?: Resolver<Maybe<ResolversTypes['AidLead']>, ParentType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  cap?: Resolver<Maybe<ResolversTypes['AidCap']>, ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['AidDecision']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  materialRequests?: Resolver<Array<ResolversTypes['MaterialRequest']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['AidPayment']>, ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['AidProposal']>, ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AidCaseStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AidCaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidCaseConnection'] = ResolversParentTypes['AidCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AidCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AidCaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidCaseEdge'] = ResolversParentTypes['AidCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AidCase'], ParentType, ContextType>;
};

export type AidCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidCasePayload'] = ResolversParentTypes['AidCasePayload']> = {
  aidCase?: Resolver<Maybe<ResolversTypes['AidCase']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type AidDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidDecision'] = ResolversParentTypes['AidDecision']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  approved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AidLeadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidLead'] = ResolversParentTypes['AidLead'], FederationReferenceType extends FederationReferenceTypes['AidLead'] = FederationReferenceTypes['AidLead']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AidLead']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aidCase?: Resolver<Maybe<ResolversTypes['AidCase']>, ParentType, ContextType>;
  consultations?: Resolver<Maybe<Array<ResolversTypes['Consultation']>>, ParentType, ContextType, RequireFields<AidLeadConsultationsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AidPaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidPayment'] = ResolversParentTypes['AidPayment']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  voucher?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AidProposalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidProposal'] = ResolversParentTypes['AidProposal']> = {
  aid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  courtAward?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  exceedsCap?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'], FederationReferenceType extends FederationReferenceTypes['Case'] = FederationReferenceTypes['Case']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Case']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aidCases?: Resolver<Maybe<Array<ResolversTypes['AidCase']>>, ParentType, ContextType, RequireFields<CaseAidCasesArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  prosecution?: Resolver<Maybe<ResolversTypes['ProsecutionCase']>, ParentType, ContextType>;
};

export interface CaseNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CaseNumber'], any> {
  name: 'CaseNumber';
}

export type CaseSealPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseSealPayload'] = ResolversParentTypes['CaseSealPayload']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type ConsultationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consultation'] = ResolversParentTypes['Consultation'], FederationReferenceType extends FederationReferenceTypes['Consultation'] = FederationReferenceTypes['Consultation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Consultation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aidLeads?: Resolver<Maybe<Array<ResolversTypes['AidLead']>>, ParentType, ContextType>;
  decisions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  heldOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  participants?: Resolver<Maybe<Array<ResolversTypes['Agency']>>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

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

export type MaterialRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialRequest'] = ResolversParentTypes['MaterialRequest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  materials?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface MoneyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Money'], any> {
  name: 'Money';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptAidLead?: Resolver<ResolversTypes['AcceptAidLeadPayload'], ParentType, ContextType, RequireFields<MutationAcceptAidLeadArgs, 'input'>>;
  concludeAidLead?: Resolver<ResolversTypes['AidCasePayload'], ParentType, ContextType, RequireFields<MutationConcludeAidLeadArgs, 'input'>>;
  decideAid?: Resolver<ResolversTypes['AidCasePayload'], ParentType, ContextType, RequireFields<MutationDecideAidArgs, 'input'>>;
  proposeAid?: Resolver<ResolversTypes['AidCasePayload'], ParentType, ContextType, RequireFields<MutationProposeAidArgs, 'input'>>;
  prosecutorsReferralStep?: Resolver<ResolversTypes['ReferralStepPayload'], ParentType, ContextType, RequireFields<MutationProsecutorsReferralStepArgs, 'input'>>;
  prosecutorsSealCase?: Resolver<ResolversTypes['CaseSealPayload'], ParentType, ContextType, RequireFields<MutationProsecutorsSealCaseArgs, 'input'>>;
  prosecutorsUnsealCase?: Resolver<ResolversTypes['CaseSealPayload'], ParentType, ContextType, RequireFields<MutationProsecutorsUnsealCaseArgs, 'input'>>;
  recordAidMaterials?: Resolver<ResolversTypes['AidCasePayload'], ParentType, ContextType, RequireFields<MutationRecordAidMaterialsArgs, 'input'>>;
  recordAidPayment?: Resolver<ResolversTypes['AidCasePayload'], ParentType, ContextType, RequireFields<MutationRecordAidPaymentArgs, 'input'>>;
  recordConsultation?: Resolver<ResolversTypes['RecordConsultationPayload'], ParentType, ContextType, RequireFields<MutationRecordConsultationArgs, 'input'>>;
  requestAidMaterials?: Resolver<ResolversTypes['AidCasePayload'], ParentType, ContextType, RequireFields<MutationRequestAidMaterialsArgs, 'input'>>;
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
  aidCases?: Resolver<Maybe<Array<ResolversTypes['AidCase']>>, ParentType, ContextType, RequireFields<PersonAidCasesArgs, 'first'>>;
  prosecutionCases?: Resolver<Maybe<Array<ResolversTypes['ProsecutionCase']>>, ParentType, ContextType, RequireFields<PersonProsecutionCasesArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PersonNameScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PersonName'], any> {
  name: 'PersonName';
}

export type PersonReadersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonReaders'] = ResolversParentTypes['PersonReaders'], FederationReferenceType extends FederationReferenceTypes['PersonReaders'] = FederationReferenceTypes['PersonReaders']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PersonReaders']> | FederationReferenceType, FederationReferenceType, ContextType>;
  prosecutors?: Resolver<Maybe<Array<ResolversTypes['Disclosure']>>, ParentType, ContextType, RequireFields<PersonReadersProsecutorsArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotPermitted' | 'TransitionConflict', ParentType, ContextType>;
};

export type ProcuratorateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Procuratorate'] = ResolversParentTypes['Procuratorate']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shortName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProsecutionCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProsecutionCase'] = ResolversParentTypes['ProsecutionCase'], FederationReferenceType extends FederationReferenceTypes['ProsecutionCase'] = FederationReferenceTypes['ProsecutionCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProsecutionCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  charge?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['CaseNumber'], ParentType, ContextType>;
  receivedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProsecutionStatus'], ParentType, ContextType>;
};

export type ProsecutionCaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProsecutionCaseConnection'] = ResolversParentTypes['ProsecutionCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProsecutionCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProsecutionCaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProsecutionCaseEdge'] = ResolversParentTypes['ProsecutionCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProsecutionCase'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  aidCase?: Resolver<Maybe<ResolversTypes['AidCase']>, ParentType, ContextType, RequireFields<QueryAidCaseArgs, 'id'>>;
  aidCases?: Resolver<ResolversTypes['AidCaseConnection'], ParentType, ContextType, RequireFields<QueryAidCasesArgs, 'first'>>;
  prosecutionCases?: Resolver<ResolversTypes['ProsecutionCaseConnection'], ParentType, ContextType, RequireFields<QueryProsecutionCasesArgs, 'first'>>;
};

export type RecordConsultationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordConsultationPayload'] = ResolversParentTypes['RecordConsultationPayload']> = {
  consultation?: Resolver<Maybe<ResolversTypes['Consultation']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type ReferralResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Referral'] = ResolversParentTypes['Referral'], FederationReferenceType extends FederationReferenceTypes['Referral'] = FederationReferenceTypes['Referral']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Referral']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aidCase?: Resolver<Maybe<ResolversTypes['AidCase']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  prosecutorsSide?: Resolver<Maybe<ResolversTypes['ReferralSide']>, ParentType, ContextType>;
};

export type ReferralActionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralAction'] = ResolversParentTypes['ReferralAction']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inputs?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  leadsTo?: Resolver<Maybe<ResolversTypes['ReferralStatus']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['ReferralReasonOption']>, ParentType, ContextType>;
};

export interface ReferralKindCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ReferralKindCode'], any> {
  name: 'ReferralKindCode';
}

export type ReferralReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralReason'] = ResolversParentTypes['ReferralReason']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReferralReasonOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralReasonOption'] = ResolversParentTypes['ReferralReasonOption']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReferralSideResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralSide'] = ResolversParentTypes['ReferralSide']> = {
  agency?: Resolver<ResolversTypes['AgencyCode'], ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['ReferralAction']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReferralStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withdrawalRequest?: Resolver<Maybe<ResolversTypes['WithdrawalRequest']>, ParentType, ContextType>;
};

export type ReferralStepPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferralStepPayload'] = ResolversParentTypes['ReferralStepPayload']> = {
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  side?: Resolver<Maybe<ResolversTypes['ReferralSide']>, ParentType, ContextType>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region'], FederationReferenceType extends FederationReferenceTypes['Region'] = FederationReferenceTypes['Region']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Region']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  procuratorates?: Resolver<Maybe<Array<ResolversTypes['Procuratorate']>>, ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export interface ResidentIdNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ResidentIdNumber'], any> {
  name: 'ResidentIdNumber';
}

export type TransitionConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitionConflict'] = ResolversParentTypes['TransitionConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currentStatus?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithdrawalRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawalRequest'] = ResolversParentTypes['WithdrawalRequest']> = {
  answerReason?: Resolver<Maybe<ResolversTypes['ReferralReason']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['WithdrawalOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ReferralReason'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AcceptAidLeadPayload?: AcceptAidLeadPayloadResolvers<ContextType>;
  Agency?: AgencyResolvers<ContextType>;
  AgencyCode?: GraphQLScalarType;
  AidCap?: AidCapResolvers<ContextType>;
  AidCase?: AidCaseResolvers<ContextType>;
  AidCaseConnection?: AidCaseConnectionResolvers<ContextType>;
  AidCaseEdge?: AidCaseEdgeResolvers<ContextType>;
  AidCasePayload?: AidCasePayloadResolvers<ContextType>;
  AidDecision?: AidDecisionResolvers<ContextType>;
  AidLead?: AidLeadResolvers<ContextType>;
  AidPayment?: AidPaymentResolvers<ContextType>;
  AidProposal?: AidProposalResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  CaseNumber?: GraphQLScalarType;
  CaseSealPayload?: CaseSealPayloadResolvers<ContextType>;
  Consultation?: ConsultationResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Disclosure?: DisclosureResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  MaterialRequest?: MaterialRequestResolvers<ContextType>;
  Money?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  NotPermitted?: NotPermittedResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonName?: GraphQLScalarType;
  PersonReaders?: PersonReadersResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  Problem?: ProblemResolvers<ContextType>;
  Procuratorate?: ProcuratorateResolvers<ContextType>;
  ProsecutionCase?: ProsecutionCaseResolvers<ContextType>;
  ProsecutionCaseConnection?: ProsecutionCaseConnectionResolvers<ContextType>;
  ProsecutionCaseEdge?: ProsecutionCaseEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordConsultationPayload?: RecordConsultationPayloadResolvers<ContextType>;
  Referral?: ReferralResolvers<ContextType>;
  ReferralAction?: ReferralActionResolvers<ContextType>;
  ReferralKindCode?: GraphQLScalarType;
  ReferralReason?: ReferralReasonResolvers<ContextType>;
  ReferralReasonOption?: ReferralReasonOptionResolvers<ContextType>;
  ReferralSide?: ReferralSideResolvers<ContextType>;
  ReferralStepPayload?: ReferralStepPayloadResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  ResidentIdNumber?: GraphQLScalarType;
  TransitionConflict?: TransitionConflictResolvers<ContextType>;
  WithdrawalRequest?: WithdrawalRequestResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};

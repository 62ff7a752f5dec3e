import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProblemData } from '../../kit/problems/problem.ts';
import type { PersonReference, CaseReference, ReferralReference, AgencyReference, RegionReference } from '../../kit/references.ts';
import type { AidLead as AidLeadRecord, Household as HouseholdRecord } from '../aid-leads/store/aidLeads.ts';
import type { ReferralSide as ReferralSideRecord } from '../../kit/referrals/side.ts';
import type { OfferedAction } from '../../kit/referrals/steps.ts';
import type { WithdrawalRequest as WithdrawalRequestRecord } from '../../kit/referrals/withdrawalRequests.ts';
import type { Disclosure as DisclosureRecord } from '../../kit/audit/disclosures.ts';
import type { AidFeedback as AidFeedbackRecord } from '../aid-leads/store/aidFeedback.ts';
import type { AidLeadChange as AidLeadChangeRecord } from '../aid-leads/store/aidLeadChanges.ts';
import type { HardshipCategory as HardshipCategoryRecord } from '../aid-leads/store/hardshipCategories.ts';
import type { AssistanceMeasure as AssistanceMeasureRecord, Visit as VisitRecord } from '../assistance/store.ts';
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
  /** The agency's code. */
  code: Scalars['ID']['output'];
};

/** The outcome that the prosecutors fed back 线索反馈. */
export type AidFeedback = {
  /** Whether aid was given. */
  aided: Scalars['Boolean']['output'];
  /** The amount paid in CNY; null where none. */
  amount?: Maybe<Scalars['Money']['output']>;
  /** When the feedback was given. */
  at: Scalars['DateTime']['output'];
  /** What was decided and done. */
  text: Scalars['String']['output'];
};

/** A lead on a woman who may be entitled to judicial aid 司法救助线索. */
export type AidLead = {
  /** The woman in hardship. */
  applicant?: Maybe<Person>;
  /** Her name as the federation recorded it. */
  applicantName?: Maybe<Scalars['String']['output']>;
  /** Her telephone number as the federation recorded it. */
  applicantPhone?: Maybe<Scalars['PhoneNumber']['output']>;
  /** What the viewer can do with the lead itself now, as mutations of this schema; steps of its referral stand in `availableActions` of the own side. */
  availableActions: Array<Scalars['String']['output']>;
  /**
   * The criminal case behind the lead; null for a viewer outside whose region it is handled, and of a sealed case. Others read it under the lead's
   * referral.
   */
  case?: Maybe<Case>;
  /** The case's number as it was given. */
  caseNumber?: Maybe<Scalars['CaseNumber']['output']>;
  /** What has happened to it, newest first; to other agencies the steps of the referrals addressed to them. */
  changes: Array<AidLeadChange>;
  /** When the lead was recorded. */
  createdAt: Scalars['DateTime']['output'];
  /** What happened and what is needed. */
  description?: Maybe<Scalars['String']['output']>;
  /** Why it was returned, withdrawn or cancelled; null otherwise. */
  endReason?: Maybe<ReferralReason>;
  /** The prosecutors' feedback; null before they conclude. */
  feedback?: Maybe<AidFeedback>;
  /** Why she is in hardship. */
  hardship: HardshipCategory;
  /** Her household. */
  household?: Maybe<Household>;
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** Other help given to the applicant, newest first. */
  measures?: Maybe<Array<AssistanceMeasure>>;
  /** The federation's own number of the lead 线索编号. */
  number: Scalars['String']['output'];
  /** Its referral; null while it is a draft. */
  referral?: Maybe<Referral>;
  /** The region that the lead belongs to. */
  region?: Maybe<Region>;
  /** Where the lead came from 线索来源. */
  source: AidLeadSource;
  /** Business status, the same as that of its newest referral; DRAFT before it is referred, CANCELLED where the draft was given up. */
  status: ReferralStatus;
  /** Version for `expectedVersion` of changes to the lead: grows with every change of it and never restarts. Steps of a referral take the version of its own side. */
  version: Scalars['Int']['output'];
  /** Visits to the applicant, newest first. */
  visits?: Maybe<Array<Visit>>;
};


/** A lead on a woman who may be entitled to judicial aid 司法救助线索. */
export type AidLeadChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A lead on a woman who may be entitled to judicial aid 司法救助线索. */
export type AidLeadMeasuresArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A lead on a woman who may be entitled to judicial aid 司法救助线索. */
export type AidLeadVisitsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Something that happened to a lead 线索动态. */
export type AidLeadChange = {
  /** What was done: CREATED, CORRECTED, CANCELLED, VISIT, MEASURE, or a step of its referral, for example SEND, ACCEPT, NOTE. */
  action: Scalars['String']['output'];
  /** The lead, as it stands when it is read; null where the viewer does not see it any more. */
  aidLead?: Maybe<AidLead>;
  /** When it was done. */
  at: Scalars['DateTime']['output'];
  /** Where it stands in the stream of changes; `aidLeadChanged` goes on after it. */
  cursor: Scalars['String']['output'];
  /** Of a correction: the fields that were changed, never their values; null otherwise. */
  fields?: Maybe<Array<Scalars['String']['output']>>;
  /** The role in which the federation corrected or cancelled it; null otherwise. */
  role?: Maybe<Scalars['String']['output']>;
  /** The lead's status after it. */
  status: ReferralStatus;
  /** The lead's version after it. */
  version: Scalars['Int']['output'];
};

/** A page of leads. */
export type AidLeadConnection = {
  /** The leads with their cursors. */
  edges: Array<AidLeadEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A lead in a page. */
export type AidLeadEdge = {
  /** The cursor of this lead. */
  cursor: Scalars['String']['output'];
  /** The lead. */
  node: AidLead;
};

/** Which leads; all conditions must hold. */
export type AidLeadFilter = {
  /** Recorded at or after. */
  createdFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Recorded before. */
  createdTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** In one of these hardship categories, by code. */
  hardship?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<ReferralStatus>>;
};

/** Where a lead came from 线索来源. */
export type AidLeadSource =
  /** A charity programme 公益慈善项目. */
  | 'CHARITY'
  /** A home visit 入户走访. */
  | 'HOME_VISIT'
  /** The women's hotline 12338 妇女维权热线. */
  | 'HOTLINE_12338'
  /** A legal-aid programme 法律援助. */
  | 'LEGAL_AID'
  /** A letter or call on the federation 来信来访. */
  | 'PETITION';

/** The woman in hardship. */
export type ApplicantInput = {
  /** Her resident identity number. */
  idNumber: Scalars['ResidentIdNumber']['input'];
  /** Her name. */
  name: Scalars['PersonName']['input'];
  /** Her telephone number. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
};

/** What kind of help 帮扶类型. */
export type AssistanceKind =
  /** Psychological counselling 心理疏导. */
  | 'COUNSELLING'
  /** Employment 就业帮扶. */
  | 'EMPLOYMENT'
  /** Housing 住房保障. */
  | 'HOUSING'
  /** Legal aid 法律援助. */
  | 'LEGAL_AID'
  /** Medical care 医疗救助. */
  | 'MEDICAL'
  /** Minimum living allowance 最低生活保障. */
  | 'MINIMUM_LIVING_ALLOWANCE'
  /** Schooling 助学. */
  | 'SCHOOLING';

/** Another form of help than money 多元帮扶措施. */
export type AssistanceMeasure = {
  /** The lead it belongs to. */
  aidLead: AidLead;
  /** What is done. */
  description: Scalars['String']['output'];
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** What kind of help. */
  kind: AssistanceKind;
  /** The agency that provides it. */
  provider?: Maybe<Agency>;
  /** The day it starts or started. */
  startsOn: Scalars['Date']['output'];
  /** How far it is. */
  status: AssistanceStatus;
};

/** How far a measure is 帮扶进度. */
export type AssistanceStatus =
  /** Given up 已终止. */
  | 'CANCELLED'
  /** Done 已完成. */
  | 'DONE'
  /** Planned 拟定. */
  | 'PLANNED'
  /** Under way 进行中. */
  | 'UNDER_WAY';

/** Which draft is given up. */
export type CancelAidLeadInput = {
  /** The lead. */
  aidLeadId: Scalars['ID']['input'];
  /** The version of the lead that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The code of the reason: RECORDED_BY_MISTAKE, PERSON_DECLINES, SITUATION_CHANGED, DUPLICATE or OTHER. */
  reasonCode: Scalars['String']['input'];
  /** The officer's words; required where the reason is OTHER; at most 2,000 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** What came of it. */
export type CancelAidLeadPayload = {
  /** The lead; null where there are problems. */
  aidLead?: Maybe<AidLead>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type Case = {
  /** Judicial-aid leads behind which this case stands, newest first. */
  aidLeads?: Maybe<Array<AidLead>>;
  /** Global id of the case. */
  id: Scalars['ID']['output'];
};


/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type CaseAidLeadsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Who she is, corrected; what is left out stays. */
export type CorrectedApplicantInput = {
  /** Her resident identity number. */
  idNumber?: InputMaybe<Scalars['ResidentIdNumber']['input']>;
  /** Her name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Her telephone number. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
  /** Whether the telephone number is removed. */
  removePhone?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A new lead. */
export type CreateAidLeadInput = {
  /**
   * Whether the lead is recorded although there may be one on the same woman and case. Where it is left out, such a lead is the problem
   * DUPLICATE_LEAD, and the payload's `duplicates` lists what was found.
   */
  allowDuplicate: Scalars['Boolean']['input'];
  /** The woman in hardship. */
  applicant: ApplicantInput;
  /**
   * Any number of the criminal case behind the lead; it must be in the register, of whichever region. Of a case outside the officer's region the
   * number is confirmed and nothing else is told; each such question, found or not, is in the audit trail, and a user has 30 a day.
   */
  caseNumber: Scalars['CaseNumber']['input'];
  /** What happened and what is needed; at most 4,000 characters. */
  description: Scalars['String']['input'];
  /** The code of the hardship category. */
  hardship: Scalars['String']['input'];
  /** Her household. */
  household: HouseholdInput;
  /** Chosen by the caller, up to 100 characters: the same key with the same input gives the same lead again, never a second one. */
  idempotencyKey: Scalars['String']['input'];
  /** The region the lead belongs to, the officer's own or below; the officer's own where it is left out. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Where the lead came from. */
  source: AidLeadSource;
};

/** What came of it. */
export type CreateAidLeadPayload = {
  /** The lead; null where there are problems. */
  aidLead?: Maybe<AidLead>;
  /**
   * Leads on the same woman and case that were recorded before, newest first, as far as the viewer may see them; not those entered in error. Where
   * there are any, the lead is recorded only with `allowDuplicate`: an officer looks at them first, and goes on with one of them or says that
   * a further lead is meant. Null where other problems came first, and nothing was looked for.
   */
  duplicates?: Maybe<Array<AidLead>>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
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

/** A category of hardship 救助对象类别, kept as data with its legal basis. */
export type HardshipCategory = {
  /** The notice it comes from. */
  basis: Scalars['String']['output'];
  /** The code, for example EARNER_KILLED_OR_DISABLED. */
  code: Scalars['ID']['output'];
  /** Its Chinese name. */
  name: Scalars['String']['output'];
};

/** A household in hardship 家庭情况. */
export type Household = {
  /** People in the household, the applicant included. */
  members: Scalars['Int']['output'];
  /** Of them under 18. */
  minors: Scalars['Int']['output'];
  /** Income of the whole household in a month, in CNY. */
  monthlyIncome: Scalars['Money']['output'];
  /** What else bears on the hardship. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether the school has recognised a child as from a family in economic difficulty 家庭经济困难学生. */
  schoolRecognisedHardship: Scalars['Boolean']['output'];
};

/** Her household. */
export type HouseholdInput = {
  /** People in the household, the applicant included; 1 to 30. */
  members: Scalars['Int']['input'];
  /** Of them under 18. */
  minors: Scalars['Int']['input'];
  /** Income of the whole household in a month, in CNY; zero is possible. */
  monthlyIncome: Scalars['Money']['input'];
  /** What else bears on the hardship; at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Whether the school has recognised a child as from a family in economic difficulty. */
  schoolRecognisedHardship?: InputMaybe<Scalars['Boolean']['input']>;
};

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

export type Mutation = {
  /** Give a draft up 取消线索; it was never referred. */
  cancelAidLead: CancelAidLeadPayload;
  /** Record a lead on a woman in hardship 登记线索; it stays a draft until it is referred. */
  createAidLead: CreateAidLeadPayload;
  /** Record another form of help for the applicant 多元帮扶. */
  recordAssistanceMeasure: RecordAssistanceMeasurePayload;
  /** Record a visit to the applicant 走访, joint return visits 联合回访 included. */
  recordVisit: RecordVisitPayload;
  /** Refer a lead to the prosecutors of its region 移送线索, also again after it was returned, withdrawn or has expired: the lead's row and its signed envelope commit together. */
  referAidLead: ReferAidLeadPayload;
  /** Correct a lead while it is a draft or was returned 更正线索. Which fields were changed is an event of the lead; their values are not. */
  updateAidLead: UpdateAidLeadPayload;
  /**
   * Take a step of a referral that carries no data of its own 移送步骤: withdraw, return, acknowledge and the like. `availableActions` of the agency's own
   * side lists the steps that are possible now.
   */
  womensFederationReferralStep: ReferralStepPayload;
};


export type MutationCancelAidLeadArgs = {
  input: CancelAidLeadInput;
};


export type MutationCreateAidLeadArgs = {
  input: CreateAidLeadInput;
};


export type MutationRecordAssistanceMeasureArgs = {
  input: RecordAssistanceMeasureInput;
};


export type MutationRecordVisitArgs = {
  input: RecordVisitInput;
};


export type MutationReferAidLeadArgs = {
  input: ReferAidLeadInput;
};


export type MutationUpdateAidLeadArgs = {
  input: UpdateAidLeadInput;
};


export type MutationWomensFederationReferralStepArgs = {
  input: ReferralStepInput;
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
  /** Judicial-aid leads on this person, newest first. */
  aidLeads?: Maybe<Array<AidLead>>;
  /** HMAC of the identity number under a key that only agencies hold: the gateway joins by it, and no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** A person, joined by token; nobody owns it. */
export type PersonAidLeadsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReaders = {
  /** The person's token; no client can ask for it. */
  token: Scalars['ID']['output'];
  /** Readings of the records of this agency 妇联 on the person, newest first; auditors only. */
  womensFederation?: Maybe<Array<Disclosure>>;
};


/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReadersWomensFederationArgs = {
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
  /** A judicial-aid lead by its id 司法救助线索; null where there is none that the viewer may see. */
  aidLead?: Maybe<AidLead>;
  /**
   * Where the stream of changes of leads stands now 动态游标: whoever takes it, reads what there is, and then subscribes to `aidLeadChanged` after it has
   * missed nothing.
   */
  aidLeadChangeCursor: Scalars['String']['output'];
  /** Judicial-aid leads of the viewer's region, newest first. The federation sees its own; other agencies those addressed to them. */
  aidLeads: AidLeadConnection;
  /** The categories of hardship that open the way to judicial aid 救助对象类别 (notices of 2022 and 2023 by the Supreme People's Procuratorate and the All-China Women's Federation). */
  hardshipCategories: Array<HardshipCategory>;
};


export type QueryAidLeadArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAidLeadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AidLeadFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A measure of help. */
export type RecordAssistanceMeasureInput = {
  /** The lead. */
  aidLeadId: Scalars['ID']['input'];
  /** What is done; at most 2,000 characters. */
  description: Scalars['String']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** What kind of help. */
  kind: AssistanceKind;
  /** The agency that provides it. */
  provider: Scalars['AgencyCode']['input'];
  /** The day it starts or started. */
  startsOn: Scalars['Date']['input'];
  /** How far it is. */
  status: AssistanceStatus;
};

/** What came of it. */
export type RecordAssistanceMeasurePayload = {
  /** The measure; null where there are problems. */
  measure?: Maybe<AssistanceMeasure>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** A visit. */
export type RecordVisitInput = {
  /** The lead. */
  aidLeadId: Scalars['ID']['input'];
  /** What was found; at most 4,000 characters. */
  findings: Scalars['String']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The other agencies that took part; the federation itself is always one. */
  participants: Array<Scalars['AgencyCode']['input']>;
  /** Whether it is a return visit after aid. */
  returnVisit: Scalars['Boolean']['input'];
  /** The day of the visit; not in the future. */
  visitedOn: Scalars['Date']['input'];
};

/** What came of it. */
export type RecordVisitPayload = {
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
  /** The visit; null where there are problems. */
  visit?: Maybe<Visit>;
};

/** Which lead is referred. */
export type ReferAidLeadInput = {
  /** The lead. */
  aidLeadId: Scalars['ID']['input'];
  /** The version of the lead that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** A word to the receiver; at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What came of it. */
export type ReferAidLeadPayload = {
  /** The lead; null where there are problems. */
  aidLead?: Maybe<AidLead>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** A handing over from one agency to another 移送, as the exchange's ledger has it. */
export type Referral = {
  /** The lead that was referred; null where the referral is of another kind. */
  aidLead?: Maybe<AidLead>;
  /** Global id of the referral. */
  id: Scalars['ID']['output'];
  /** The federation's own side of the referral; null where it has none. */
  womensFederationSide?: Maybe<ReferralSide>;
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
   * What happens to leads that the viewer sees 线索动态: the federation's people everything, other agencies the steps of the referrals addressed to them; from now
   * on or after a cursor, and without a gap whatever broke in between. Not for auditors.
   */
  aidLeadChanged: AidLeadChange;
};


export type SubscriptionAidLeadChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
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

/** A correction; what is left out stays. */
export type UpdateAidLeadInput = {
  /** The lead. */
  aidLeadId: Scalars['ID']['input'];
  /** Who she is. */
  applicant?: InputMaybe<CorrectedApplicantInput>;
  /** Any number of the criminal case behind the lead; it must be in the register. */
  caseNumber?: InputMaybe<Scalars['CaseNumber']['input']>;
  /** What happened and what is needed; at most 4,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The version of the lead that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** The code of the hardship category. */
  hardship?: InputMaybe<Scalars['String']['input']>;
  /** Her household, as a whole. */
  household?: InputMaybe<HouseholdInput>;
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** Where the lead came from. */
  source?: InputMaybe<AidLeadSource>;
};

/** What came of it. */
export type UpdateAidLeadPayload = {
  /** The lead; null where there are problems. */
  aidLead?: Maybe<AidLead>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** A visit to an applicant 走访. */
export type Visit = {
  /** The lead it belongs to. */
  aidLead: AidLead;
  /** What was found. */
  findings: Scalars['String']['output'];
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** The agencies that took part; more than one makes it a joint visit 联合回访. */
  participants?: Maybe<Array<Agency>>;
  /** Whether it is a return visit after aid 回访. */
  returnVisit: Scalars['Boolean']['output'];
  /** The day of the visit. */
  visitedOn: Scalars['Date']['output'];
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
  AidLead: AidLead;
  AssistanceMeasure: AssistanceMeasure;
  Case: Case;
  Person: Person;
  PersonReaders: PersonReaders;
  Referral: Referral;
  Visit: Visit;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AidLead:
    ( { __typename: 'AidLead' }
    & GraphQLRecursivePick<FederationTypes['AidLead'], {"id":true}> );
  AssistanceMeasure:
    ( { __typename: 'AssistanceMeasure' }
    & GraphQLRecursivePick<FederationTypes['AssistanceMeasure'], {"id":true}> );
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
  Visit:
    ( { __typename: 'Visit' }
    & GraphQLRecursivePick<FederationTypes['Visit'], {"id":true}> );
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
  AgencyCode: ResolverTypeWrapper<Scalars['AgencyCode']['output']>;
  AidFeedback: ResolverTypeWrapper<AidFeedbackRecord>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AidLead: ResolverTypeWrapper<AidLeadRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AidLeadChange: ResolverTypeWrapper<AidLeadChangeRecord>;
  AidLeadConnection: ResolverTypeWrapper<Omit<AidLeadConnection, 'edges'> & { edges: Array<ResolversTypes['AidLeadEdge']> }>;
  AidLeadEdge: ResolverTypeWrapper<Omit<AidLeadEdge, 'node'> & { node: ResolversTypes['AidLead'] }>;
  AidLeadFilter: AidLeadFilter;
  AidLeadSource: AidLeadSource;
  ApplicantInput: ApplicantInput;
  AssistanceKind: AssistanceKind;
  AssistanceMeasure: ResolverTypeWrapper<AssistanceMeasureRecord>;
  AssistanceStatus: AssistanceStatus;
  CancelAidLeadInput: CancelAidLeadInput;
  CancelAidLeadPayload: ResolverTypeWrapper<Omit<CancelAidLeadPayload, 'aidLead' | 'problems'> & { aidLead?: Maybe<ResolversTypes['AidLead']>, problems: Array<ResolversTypes['Problem']> }>;
  Case: ResolverTypeWrapper<CaseReference>;
  CaseNumber: ResolverTypeWrapper<Scalars['CaseNumber']['output']>;
  CorrectedApplicantInput: CorrectedApplicantInput;
  CreateAidLeadInput: CreateAidLeadInput;
  CreateAidLeadPayload: ResolverTypeWrapper<Omit<CreateAidLeadPayload, 'aidLead' | 'duplicates' | 'problems'> & { aidLead?: Maybe<ResolversTypes['AidLead']>, duplicates?: Maybe<Array<ResolversTypes['AidLead']>>, problems: Array<ResolversTypes['Problem']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeliveryStatus: DeliveryStatus;
  Disclosure: ResolverTypeWrapper<DisclosureRecord>;
  DisputeKind: DisputeKind;
  HardshipCategory: ResolverTypeWrapper<HardshipCategoryRecord>;
  Household: ResolverTypeWrapper<HouseholdRecord>;
  HouseholdInput: HouseholdInput;
  InvalidInput: ResolverTypeWrapper<ProblemData>;
  JudicialConfirmationStatus: JudicialConfirmationStatus;
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
  RecordAssistanceMeasureInput: RecordAssistanceMeasureInput;
  RecordAssistanceMeasurePayload: ResolverTypeWrapper<Omit<RecordAssistanceMeasurePayload, 'measure' | 'problems'> & { measure?: Maybe<ResolversTypes['AssistanceMeasure']>, problems: Array<ResolversTypes['Problem']> }>;
  RecordVisitInput: RecordVisitInput;
  RecordVisitPayload: ResolverTypeWrapper<Omit<RecordVisitPayload, 'problems' | 'visit'> & { problems: Array<ResolversTypes['Problem']>, visit?: Maybe<ResolversTypes['Visit']> }>;
  ReferAidLeadInput: ReferAidLeadInput;
  ReferAidLeadPayload: ResolverTypeWrapper<Omit<ReferAidLeadPayload, 'aidLead' | 'problems'> & { aidLead?: Maybe<ResolversTypes['AidLead']>, problems: Array<ResolversTypes['Problem']> }>;
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
  ResidentIdNumber: ResolverTypeWrapper<Scalars['ResidentIdNumber']['output']>;
  SharingLevel: SharingLevel;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TransitionConflict: ResolverTypeWrapper<ProblemData>;
  UpdateAidLeadInput: UpdateAidLeadInput;
  UpdateAidLeadPayload: ResolverTypeWrapper<Omit<UpdateAidLeadPayload, 'aidLead' | 'problems'> & { aidLead?: Maybe<ResolversTypes['AidLead']>, problems: Array<ResolversTypes['Problem']> }>;
  Visit: ResolverTypeWrapper<VisitRecord>;
  WithdrawalOutcome: WithdrawalOutcome;
  WithdrawalRequest: ResolverTypeWrapper<WithdrawalRequestRecord>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Agency: AgencyReference;
  ID: Scalars['ID']['output'];
  AgencyCode: Scalars['AgencyCode']['output'];
  AidFeedback: AidFeedbackRecord;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  AidLead: AidLeadRecord;
  Int: Scalars['Int']['output'];
  AidLeadChange: AidLeadChangeRecord;
  AidLeadConnection: Omit<AidLeadConnection, 'edges'> & { edges: Array<ResolversParentTypes['AidLeadEdge']> };
  AidLeadEdge: Omit<AidLeadEdge, 'node'> & { node: ResolversParentTypes['AidLead'] };
  AidLeadFilter: AidLeadFilter;
  ApplicantInput: ApplicantInput;
  AssistanceMeasure: AssistanceMeasureRecord;
  CancelAidLeadInput: CancelAidLeadInput;
  CancelAidLeadPayload: Omit<CancelAidLeadPayload, 'aidLead' | 'problems'> & { aidLead?: Maybe<ResolversParentTypes['AidLead']>, problems: Array<ResolversParentTypes['Problem']> };
  Case: CaseReference;
  CaseNumber: Scalars['CaseNumber']['output'];
  CorrectedApplicantInput: CorrectedApplicantInput;
  CreateAidLeadInput: CreateAidLeadInput;
  CreateAidLeadPayload: Omit<CreateAidLeadPayload, 'aidLead' | 'duplicates' | 'problems'> & { aidLead?: Maybe<ResolversParentTypes['AidLead']>, duplicates?: Maybe<Array<ResolversParentTypes['AidLead']>>, problems: Array<ResolversParentTypes['Problem']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Disclosure: DisclosureRecord;
  HardshipCategory: HardshipCategoryRecord;
  Household: HouseholdRecord;
  HouseholdInput: HouseholdInput;
  InvalidInput: ProblemData;
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
  RecordAssistanceMeasureInput: RecordAssistanceMeasureInput;
  RecordAssistanceMeasurePayload: Omit<RecordAssistanceMeasurePayload, 'measure' | 'problems'> & { measure?: Maybe<ResolversParentTypes['AssistanceMeasure']>, problems: Array<ResolversParentTypes['Problem']> };
  RecordVisitInput: RecordVisitInput;
  RecordVisitPayload: Omit<RecordVisitPayload, 'problems' | 'visit'> & { problems: Array<ResolversParentTypes['Problem']>, visit?: Maybe<ResolversParentTypes['Visit']> };
  ReferAidLeadInput: ReferAidLeadInput;
  ReferAidLeadPayload: Omit<ReferAidLeadPayload, 'aidLead' | 'problems'> & { aidLead?: Maybe<ResolversParentTypes['AidLead']>, problems: Array<ResolversParentTypes['Problem']> };
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
  ResidentIdNumber: Scalars['ResidentIdNumber']['output'];
  Subscription: Record<PropertyKey, never>;
  TransitionConflict: ProblemData;
  UpdateAidLeadInput: UpdateAidLeadInput;
  UpdateAidLeadPayload: Omit<UpdateAidLeadPayload, 'aidLead' | 'problems'> & { aidLead?: Maybe<ResolversParentTypes['AidLead']>, problems: Array<ResolversParentTypes['Problem']> };
  Visit: VisitRecord;
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

export type AgencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Agency'] = ResolversParentTypes['Agency']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface AgencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AgencyCode'], any> {
  name: 'AgencyCode';
}

export type AidFeedbackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidFeedback'] = ResolversParentTypes['AidFeedback']> = {
  aided?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AidLeadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidLead'] = ResolversParentTypes['AidLead'], FederationReferenceType extends FederationReferenceTypes['AidLead'] = FederationReferenceTypes['AidLead']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AidLead']> | FederationReferenceType, FederationReferenceType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  applicantName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  applicantPhone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  caseNumber?: Resolver<Maybe<ResolversTypes['CaseNumber']>, ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['AidLeadChange']>, ParentType, ContextType, RequireFields<AidLeadChangesArgs, 'first'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endReason?: Resolver<Maybe<ResolversTypes['ReferralReason']>, ParentType, ContextType>;
  feedback?: Resolver<Maybe<ResolversTypes['AidFeedback']>, ParentType, ContextType>;
  hardship?: Resolver<ResolversTypes['HardshipCategory'], ParentType, ContextType>;
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measures?: Resolver<Maybe<Array<ResolversTypes['AssistanceMeasure']>>, ParentType, ContextType, RequireFields<AidLeadMeasuresArgs, 'first'>>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['AidLeadSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReferralStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visits?: Resolver<Maybe<Array<ResolversTypes['Visit']>>, ParentType, ContextType, RequireFields<AidLeadVisitsArgs, 'first'>>;
};

export type AidLeadChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidLeadChange'] = ResolversParentTypes['AidLeadChange']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aidLead?: Resolver<Maybe<ResolversTypes['AidLead']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReferralStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AidLeadConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidLeadConnection'] = ResolversParentTypes['AidLeadConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AidLeadEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AidLeadEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AidLeadEdge'] = ResolversParentTypes['AidLeadEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AidLead'], ParentType, ContextType>;
};

export type AssistanceMeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssistanceMeasure'] = ResolversParentTypes['AssistanceMeasure'], FederationReferenceType extends FederationReferenceTypes['AssistanceMeasure'] = FederationReferenceTypes['AssistanceMeasure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AssistanceMeasure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aidLead?: Resolver<ResolversTypes['AidLead'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AssistanceKind'], ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AssistanceStatus'], ParentType, ContextType>;
};

export type CancelAidLeadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelAidLeadPayload'] = ResolversParentTypes['CancelAidLeadPayload']> = {
  aidLead?: Resolver<Maybe<ResolversTypes['AidLead']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type CaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'], FederationReferenceType extends FederationReferenceTypes['Case'] = FederationReferenceTypes['Case']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Case']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aidLeads?: Resolver<Maybe<Array<ResolversTypes['AidLead']>>, ParentType, ContextType, RequireFields<CaseAidLeadsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface CaseNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CaseNumber'], any> {
  name: 'CaseNumber';
}

export type CreateAidLeadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateAidLeadPayload'] = ResolversParentTypes['CreateAidLeadPayload']> = {
  aidLead?: Resolver<Maybe<ResolversTypes['AidLead']>, ParentType, ContextType>;
  duplicates?: Resolver<Maybe<Array<ResolversTypes['AidLead']>>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
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

export type HardshipCategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HardshipCategory'] = ResolversParentTypes['HardshipCategory']> = {
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HouseholdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household']> = {
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  monthlyIncome?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  schoolRecognisedHardship?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  accepted?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  received?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface MoneyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Money'], any> {
  name: 'Money';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelAidLead?: Resolver<ResolversTypes['CancelAidLeadPayload'], ParentType, ContextType, RequireFields<MutationCancelAidLeadArgs, 'input'>>;
  createAidLead?: Resolver<ResolversTypes['CreateAidLeadPayload'], ParentType, ContextType, RequireFields<MutationCreateAidLeadArgs, 'input'>>;
  recordAssistanceMeasure?: Resolver<ResolversTypes['RecordAssistanceMeasurePayload'], ParentType, ContextType, RequireFields<MutationRecordAssistanceMeasureArgs, 'input'>>;
  recordVisit?: Resolver<ResolversTypes['RecordVisitPayload'], ParentType, ContextType, RequireFields<MutationRecordVisitArgs, 'input'>>;
  referAidLead?: Resolver<ResolversTypes['ReferAidLeadPayload'], ParentType, ContextType, RequireFields<MutationReferAidLeadArgs, 'input'>>;
  updateAidLead?: Resolver<ResolversTypes['UpdateAidLeadPayload'], ParentType, ContextType, RequireFields<MutationUpdateAidLeadArgs, 'input'>>;
  womensFederationReferralStep?: Resolver<ResolversTypes['ReferralStepPayload'], ParentType, ContextType, RequireFields<MutationWomensFederationReferralStepArgs, 'input'>>;
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
  aidLeads?: Resolver<Maybe<Array<ResolversTypes['AidLead']>>, ParentType, ContextType, RequireFields<PersonAidLeadsArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PersonNameScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PersonName'], any> {
  name: 'PersonName';
}

export type PersonReadersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonReaders'] = ResolversParentTypes['PersonReaders'], FederationReferenceType extends FederationReferenceTypes['PersonReaders'] = FederationReferenceTypes['PersonReaders']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PersonReaders']> | FederationReferenceType, FederationReferenceType, ContextType>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  womensFederation?: Resolver<Maybe<Array<ResolversTypes['Disclosure']>>, ParentType, ContextType, RequireFields<PersonReadersWomensFederationArgs, 'first'>>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotPermitted' | 'TransitionConflict', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  aidLead?: Resolver<Maybe<ResolversTypes['AidLead']>, ParentType, ContextType, RequireFields<QueryAidLeadArgs, 'id'>>;
  aidLeadChangeCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aidLeads?: Resolver<ResolversTypes['AidLeadConnection'], ParentType, ContextType, RequireFields<QueryAidLeadsArgs, 'first'>>;
  hardshipCategories?: Resolver<Array<ResolversTypes['HardshipCategory']>, ParentType, ContextType>;
};

export type RecordAssistanceMeasurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordAssistanceMeasurePayload'] = ResolversParentTypes['RecordAssistanceMeasurePayload']> = {
  measure?: Resolver<Maybe<ResolversTypes['AssistanceMeasure']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type RecordVisitPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordVisitPayload'] = ResolversParentTypes['RecordVisitPayload']> = {
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
};

export type ReferAidLeadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReferAidLeadPayload'] = ResolversParentTypes['ReferAidLeadPayload']> = {
  aidLead?: Resolver<Maybe<ResolversTypes['AidLead']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type ReferralResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Referral'] = ResolversParentTypes['Referral'], FederationReferenceType extends FederationReferenceTypes['Referral'] = FederationReferenceTypes['Referral']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Referral']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aidLead?: Resolver<Maybe<ResolversTypes['AidLead']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  womensFederationSide?: Resolver<Maybe<ResolversTypes['ReferralSide']>, ParentType, ContextType>;
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

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export interface ResidentIdNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ResidentIdNumber'], any> {
  name: 'ResidentIdNumber';
}

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  aidLeadChanged?: SubscriptionResolver<ResolversTypes['AidLeadChange'], "aidLeadChanged", ParentType, ContextType, Partial<SubscriptionAidLeadChangedArgs>>;
};

export type TransitionConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitionConflict'] = ResolversParentTypes['TransitionConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currentStatus?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateAidLeadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateAidLeadPayload'] = ResolversParentTypes['UpdateAidLeadPayload']> = {
  aidLead?: Resolver<Maybe<ResolversTypes['AidLead']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type VisitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Visit'] = ResolversParentTypes['Visit'], FederationReferenceType extends FederationReferenceTypes['Visit'] = FederationReferenceTypes['Visit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Visit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aidLead?: Resolver<ResolversTypes['AidLead'], ParentType, ContextType>;
  findings?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  participants?: Resolver<Maybe<Array<ResolversTypes['Agency']>>, ParentType, ContextType>;
  returnVisit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  visitedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type WithdrawalRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawalRequest'] = ResolversParentTypes['WithdrawalRequest']> = {
  answerReason?: Resolver<Maybe<ResolversTypes['ReferralReason']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['WithdrawalOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ReferralReason'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Agency?: AgencyResolvers<ContextType>;
  AgencyCode?: GraphQLScalarType;
  AidFeedback?: AidFeedbackResolvers<ContextType>;
  AidLead?: AidLeadResolvers<ContextType>;
  AidLeadChange?: AidLeadChangeResolvers<ContextType>;
  AidLeadConnection?: AidLeadConnectionResolvers<ContextType>;
  AidLeadEdge?: AidLeadEdgeResolvers<ContextType>;
  AssistanceMeasure?: AssistanceMeasureResolvers<ContextType>;
  CancelAidLeadPayload?: CancelAidLeadPayloadResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  CaseNumber?: GraphQLScalarType;
  CreateAidLeadPayload?: CreateAidLeadPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Disclosure?: DisclosureResolvers<ContextType>;
  HardshipCategory?: HardshipCategoryResolvers<ContextType>;
  Household?: HouseholdResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
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
  RecordAssistanceMeasurePayload?: RecordAssistanceMeasurePayloadResolvers<ContextType>;
  RecordVisitPayload?: RecordVisitPayloadResolvers<ContextType>;
  ReferAidLeadPayload?: ReferAidLeadPayloadResolvers<ContextType>;
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
  Subscription?: SubscriptionResolvers<ContextType>;
  TransitionConflict?: TransitionConflictResolvers<ContextType>;
  UpdateAidLeadPayload?: UpdateAidLeadPayloadResolvers<ContextType>;
  Visit?: VisitResolvers<ContextType>;
  WithdrawalRequest?: WithdrawalRequestResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};

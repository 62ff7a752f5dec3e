import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProblemData } from '../../kit/problems/problem.ts';
import type { PersonReference, CaseReference, ReferralReference, RegionReference } from '../../kit/references.ts';
import type { ReferralSide as ReferralSideRecord } from '../../kit/referrals/side.ts';
import type { OfferedAction } from '../../kit/referrals/steps.ts';
import type { WithdrawalRequest as WithdrawalRequestRecord } from '../../kit/referrals/withdrawalRequests.ts';
import type { Disclosure as DisclosureRecord } from '../../kit/audit/disclosures.ts';
import type { CourtCase as CourtCaseRecord, CourtCaseParty as CourtCasePartyRecord, Judgment as JudgmentRecord } from '../cases/store.ts';
import type { JudicialConfirmation as JudicialConfirmationRecord } from '../confirmations/store.ts';
import type { ProtectionOrder as ProtectionOrderRecord } from '../protection-orders/store.ts';
import type { Court as CourtRecord } from '../units/store.ts';
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

/** Which application the court accepts, under which number. */
export type AcceptJudicialConfirmationInput = {
  /** The version of the courts' own side of the referral that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The case number 民特案号 of a court in the application's region, or of a court above it. */
  number: Scalars['CaseNumber']['input'];
  /** The referral that brought the application. */
  referralId: Scalars['ID']['input'];
};

/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type Case = {
  /** Global id of the case. */
  id: Scalars['ID']['output'];
  /** Judicial confirmations of mediation agreements in this case, newest first. */
  judicialConfirmations?: Maybe<Array<JudicialConfirmation>>;
  /** The case as the courts hold it, one for each instance and enforcement, newest first. */
  trials?: Maybe<Array<CourtCase>>;
};


/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type CaseJudicialConfirmationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type CaseTrialsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What came of it. */
export type CaseSealPayload = {
  /** The case; null where there are problems. The agency's own records are sealed at once, those of others within seconds. */
  case?: Maybe<Case>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** A court 人民法院. */
export type Court = {
  /** Its code inside case numbers 法院代字, for example 辽0102. */
  code: Scalars['ID']['output'];
  /** Its Chinese name. */
  name: Scalars['String']['output'];
  /** The region it sits in. */
  region?: Maybe<Region>;
};

/** A case as a court holds it 法院案件. */
export type CourtCase = {
  /** The day the court accepted it 立案日期. */
  acceptedOn: Scalars['Date']['output'];
  /** The case of the register. */
  case?: Maybe<Case>;
  /** What it is about 案由, for example 离婚纠纷. */
  cause: Scalars['String']['output'];
  /** The court that tries it. */
  court: Court;
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** The instance that tries it; null where it is an enforcement case, which has none. */
  instance?: Maybe<TrialInstance>;
  /** The day it was judged 裁判日期; null before. */
  judgedOn?: Maybe<Scalars['Date']['output']>;
  /** The judgment; null before there is one, and where the case was mediated or withdrawn. */
  judgment?: Maybe<Judgment>;
  /** The court's number 案号, for example （2023）辽0102刑初12号. */
  number: Scalars['CaseNumber']['output'];
  /** The parties 当事人 who are natural persons, in the order of the court's record. */
  parties?: Maybe<Array<CourtCaseParty>>;
  /** Where it is tried. */
  region?: Maybe<Region>;
  /** How far it is. */
  status: CourtCaseStatus;
  /** What kind of case it is. */
  type: CourtCaseType;
};


/** A case as a court holds it 法院案件. */
export type CourtCasePartiesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of court cases. */
export type CourtCaseConnection = {
  /** The court cases with their cursors. */
  edges: Array<CourtCaseEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A court case in a page. */
export type CourtCaseEdge = {
  /** The cursor of this court case. */
  cursor: Scalars['String']['output'];
  /** The court case. */
  node: CourtCase;
};

/** Which court cases; all conditions must hold. */
export type CourtCaseFilter = {
  /** Accepted on or after. */
  acceptedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Accepted before. */
  acceptedTo?: InputMaybe<Scalars['Date']['input']>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<CourtCaseStatus>>;
  /** Of one of these kinds. */
  type?: InputMaybe<Array<CourtCaseType>>;
};

/** A party of a court case 当事人 who is a natural person. */
export type CourtCaseParty = {
  /** The person. */
  person?: Maybe<Person>;
  /** The person's part in the case. */
  role: CourtCaseRole;
};

/** A person's part in a court case 诉讼地位. */
export type CourtCaseRole =
  /** Applicant 申请人. */
  | 'APPLICANT'
  /** Defendant 被告 or accused 被告人. */
  | 'DEFENDANT'
  /** Plaintiff 原告. */
  | 'PLAINTIFF'
  /** Victim 被害人. */
  | 'VICTIM';

/** How far a court case is 审理状态. */
export type CourtCaseStatus =
  /** Accepted 已立案. */
  | 'ACCEPTED'
  /** The judgment is in force 已生效. */
  | 'IN_FORCE'
  /** Being tried 审理中. */
  | 'IN_TRIAL'
  /** Judged, the judgment not yet in force 已裁判. */
  | 'JUDGED'
  /** Ended by mediation in court 调解结案. */
  | 'MEDIATED'
  /** Ended by withdrawal 撤诉. */
  | 'WITHDRAWN';

/** What kind of case a court case is 案件类型. */
export type CourtCaseType =
  /** Administrative 行政. */
  | 'ADMINISTRATIVE'
  /** Civil 民事. */
  | 'CIVIL'
  /** Criminal 刑事. */
  | 'CRIMINAL'
  /** Enforcement 执行. */
  | 'ENFORCEMENT'
  /** Special procedure 特别程序. */
  | 'SPECIAL';

/** A ruling on an application for judicial confirmation. */
export type DecideJudicialConfirmationInput = {
  /** Whether the agreement is confirmed; false where the application is rejected. */
  confirmed: Scalars['Boolean']['input'];
  /** The version of the judicial confirmation that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The judicial confirmation. */
  judicialConfirmationId: Scalars['ID']['input'];
  /** Why; required where the application is rejected; at most 2,000 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The day of the ruling 裁定日期: not before the application was accepted, and not in the future. */
  ruledOn: Scalars['Date']['input'];
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

/** A judgment or ruling 裁判. */
export type Judgment = {
  /** Compensation awarded in CNY 判决赔偿金额; null where none. */
  awardedCompensation?: Maybe<Scalars['Money']['output']>;
  /** The day it came into force 生效日期; null before. */
  inForceOn?: Maybe<Scalars['Date']['output']>;
  /** What was decided. */
  result: JudgmentResult;
  /** The decision in short, without names; at most 500 characters. */
  summary: Scalars['String']['output'];
};

/** What was decided 裁判结果. */
export type JudgmentResult =
  /** Not guilty 宣告无罪. */
  | 'ACQUITTED'
  /** The earlier judgment stands 维持原判. */
  | 'AFFIRMED'
  /** The earlier judgment is changed 改判. */
  | 'CHANGED'
  /** Guilty, with a penalty 有罪判决. */
  | 'CONVICTED'
  /** It is dismissed 驳回. */
  | 'DISMISSED'
  /** Guilty, exempted from penalty 免予刑事处罚. */
  | 'EXEMPTED'
  /** What was claimed or applied for is granted 支持诉讼请求. */
  | 'GRANTED'
  /** It is granted in part 部分支持. */
  | 'PARTLY_GRANTED'
  /** The case goes back for a new trial 发回重审. */
  | 'REMANDED';

/** A court's confirmation of a mediation agreement 司法确认, from the joint application of the parties to the ruling. */
export type JudicialConfirmation = {
  /** The day the court accepted the application 受理日期; null before, and where it was accepted before this was recorded. */
  acceptedOn?: Maybe<Scalars['Date']['output']>;
  /** The day the agreement came into force 调解协议生效日期; null where the application came on paper. */
  agreedOn?: Maybe<Scalars['Date']['output']>;
  /** What the parties agreed 调解协议内容; null where the application came on paper. */
  agreement?: Maybe<Scalars['String']['output']>;
  /** What was agreed to be paid, in CNY; null where nothing was, or where the application came on paper. */
  agreementAmount?: Maybe<Scalars['Money']['output']>;
  /** The parties who apply together 申请人. */
  applicants?: Maybe<Array<Person>>;
  /** The day the parties applied together 申请日期. */
  appliedOn: Scalars['Date']['output'];
  /** The case of the register; null where the dispute is in none. */
  case?: Maybe<Case>;
  /** The documents that the parties handed in 申请材料. */
  documents?: Maybe<Array<Scalars['String']['output']>>;
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** The id of the mediation whose agreement is to be confirmed; the justice bureau holds it. */
  mediationId: Scalars['ID']['output'];
  /** The justice bureau's number of the mediation 调解编号; null where the application came on paper. */
  mediationNumber?: Maybe<Scalars['String']['output']>;
  /** The court's number 民特案号, for example （2023）辽0102民特12号; the ruling bears it too. Null until the court accepts the application. */
  number?: Maybe<Scalars['CaseNumber']['output']>;
  /** Why the court ruled so 裁定理由; given where it rejected the application. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The referral that brought the application; null where it came on paper. */
  referral?: Maybe<Referral>;
  /** Where the court is. */
  region?: Maybe<Region>;
  /** The day the court ruled 裁定日期; null before. */
  ruledOn?: Maybe<Scalars['Date']['output']>;
  /** How far it is. */
  status: JudicialConfirmationStatus;
  /** Grows with every change, for `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** A page of judicial confirmations. */
export type JudicialConfirmationConnection = {
  /** The confirmations with their cursors. */
  edges: Array<JudicialConfirmationEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A judicial confirmation in a page. */
export type JudicialConfirmationEdge = {
  /** The cursor of this confirmation. */
  cursor: Scalars['String']['output'];
  /** The confirmation. */
  node: JudicialConfirmation;
};

/** Which confirmations; all conditions must hold. */
export type JudicialConfirmationFilter = {
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<JudicialConfirmationStatus>>;
};

/** What came of it. */
export type JudicialConfirmationPayload = {
  /** The judicial confirmation; null where there are problems. */
  judicialConfirmation?: Maybe<JudicialConfirmation>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
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
  /** Accept a joint application and give it its case number 立案; from then on the court has the time to rule. */
  acceptJudicialConfirmation: JudicialConfirmationPayload;
  /**
   * Take a step of a referral that carries no data of its own 移送步骤: withdraw, return, acknowledge and the like. `availableActions` of the agency's own
   * side lists the steps that are possible now.
   */
  courtsReferralStep: ReferralStepPayload;
  /** Seal the juvenile record of a case 封存未成年人犯罪记录 (Criminal Procedure Law art. 286): to everybody but the authority that seals it, in all agencies. */
  courtsSealCase: CaseSealPayload;
  /** Take back the own agency's seal of a case 解除封存; the case opens once no authority has sealed it any more. */
  courtsUnsealCase: CaseSealPayload;
  /** Rule on an application 裁定: the agreement is confirmed, or the application rejected. The ruling goes back to the justice bureau. */
  decideJudicialConfirmation: JudicialConfirmationPayload;
};


export type MutationAcceptJudicialConfirmationArgs = {
  input: AcceptJudicialConfirmationInput;
};


export type MutationCourtsReferralStepArgs = {
  input: ReferralStepInput;
};


export type MutationCourtsSealCaseArgs = {
  input: SealCaseInput;
};


export type MutationCourtsUnsealCaseArgs = {
  input: SealCaseInput;
};


export type MutationDecideJudicialConfirmationArgs = {
  input: DecideJudicialConfirmationInput;
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
  /** Court cases that this person is a party of, newest first. */
  courtCases?: Maybe<Array<CourtCase>>;
  /** Protection orders that protect this person, newest first; never those directed against the person. Courts, police and women's federation only; empty for others. */
  protectionOrders?: Maybe<Array<ProtectionOrder>>;
  /** HMAC of the identity number under a key that only agencies hold: the gateway joins by it, and no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** A person, joined by token; nobody owns it. */
export type PersonCourtCasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person, joined by token; nobody owns it. */
export type PersonProtectionOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReaders = {
  /** Readings of the records of this agency 法院 on the person, newest first; auditors only. */
  courts?: Maybe<Array<Disclosure>>;
  /** The person's token; no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReadersCourtsArgs = {
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

/** A protection order against domestic violence 人身安全保护令. Courts, police and women's federation only; it has no address of the applicant. */
export type ProtectionOrder = {
  /** The person it protects 申请人. */
  applicant?: Maybe<Person>;
  /** The day it was applied for 申请日期. */
  appliedOn: Scalars['Date']['output'];
  /** The case of the register; null where there is none. */
  case?: Maybe<Case>;
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** The day it was issued 签发日期; null where it was refused. */
  issuedOn?: Maybe<Scalars['Date']['output']>;
  /** The court's number 民保令案号, for example （2023）辽0102民保令3号. */
  number: Scalars['CaseNumber']['output'];
  /** Where the court is. */
  region?: Maybe<Region>;
  /** The person it is directed against 被申请人. */
  respondent?: Maybe<Person>;
  /** What became of it. */
  status: ProtectionOrderStatus;
  /** The last day it holds 有效期至; null where it was refused. */
  validUntil?: Maybe<Scalars['Date']['output']>;
};

/** A page of protection orders. */
export type ProtectionOrderConnection = {
  /** The orders with their cursors. */
  edges: Array<ProtectionOrderEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A protection order in a page. */
export type ProtectionOrderEdge = {
  /** The cursor of this order. */
  cursor: Scalars['String']['output'];
  /** The order. */
  node: ProtectionOrder;
};

/** Which orders; all conditions must hold. */
export type ProtectionOrderFilter = {
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<ProtectionOrderStatus>>;
};

/** What became of a protection order 保护令状态. */
export type ProtectionOrderStatus =
  /** Its time is over 已失效. */
  | 'EXPIRED'
  /** Issued and in force 已签发. */
  | 'ISSUED'
  /** Refused 驳回申请. */
  | 'REFUSED'
  /** Revoked by the court 已撤销. */
  | 'REVOKED';

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
  /** A court case by its id 法院案件; null where there is none that the viewer may see. Courts only. */
  courtCase?: Maybe<CourtCase>;
  /** Court cases 法院案件 of the viewer's region, newest first. Courts only; an empty page for others. */
  courtCases: CourtCaseConnection;
  /** A judicial confirmation by its id 司法确认; null where there is none that the viewer may see. Courts only. */
  judicialConfirmation?: Maybe<JudicialConfirmation>;
  /** Judicial confirmations 司法确认案件 of the viewer's region, newest first. Courts only; an empty page for others. */
  judicialConfirmations: JudicialConfirmationConnection;
  /** Protection orders 人身安全保护令 of the viewer's region, newest first. Courts only; an empty page for others. */
  protectionOrders: ProtectionOrderConnection;
};


export type QueryCourtCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCourtCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CourtCaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryJudicialConfirmationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryJudicialConfirmationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<JudicialConfirmationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryProtectionOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProtectionOrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A handing over from one agency to another 移送, as the exchange's ledger has it. */
export type Referral = {
  /** The courts' own side of the referral; null where they have none. */
  courtsSide?: Maybe<ReferralSide>;
  /** Global id of the referral. */
  id: Scalars['ID']['output'];
  /** The judicial confirmation that this referral applied for; null where it is of another kind. The courts only. */
  judicialConfirmation?: Maybe<JudicialConfirmation>;
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
  /** Courts of exactly this region, by code. */
  courts?: Maybe<Array<Court>>;
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

/** The instance that tries a case 审级. */
export type TrialInstance =
  /** Review of a death sentence 死刑复核. */
  | 'DEATH_PENALTY_REVIEW'
  /** First instance 一审. */
  | 'FIRST'
  /** Retrial under trial supervision 再审. */
  | 'RETRIAL'
  /** Second instance 二审. */
  | 'SECOND';

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
  Case: Case;
  CourtCase: CourtCase;
  JudicialConfirmation: JudicialConfirmation;
  Person: Person;
  PersonReaders: PersonReaders;
  ProtectionOrder: ProtectionOrder;
  Referral: Referral;
  Region: Region;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Case:
    ( { __typename: 'Case' }
    & GraphQLRecursivePick<FederationTypes['Case'], {"id":true}> );
  CourtCase:
    ( { __typename: 'CourtCase' }
    & GraphQLRecursivePick<FederationTypes['CourtCase'], {"id":true}> );
  JudicialConfirmation:
    ( { __typename: 'JudicialConfirmation' }
    & GraphQLRecursivePick<FederationTypes['JudicialConfirmation'], {"id":true}> );
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"token":true}> );
  PersonReaders:
    ( { __typename: 'PersonReaders' }
    & GraphQLRecursivePick<FederationTypes['PersonReaders'], {"token":true}> );
  ProtectionOrder:
    ( { __typename: 'ProtectionOrder' }
    & GraphQLRecursivePick<FederationTypes['ProtectionOrder'], {"id":true}> );
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
  AcceptJudicialConfirmationInput: AcceptJudicialConfirmationInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AgencyCode: ResolverTypeWrapper<Scalars['AgencyCode']['output']>;
  Case: ResolverTypeWrapper<CaseReference>;
  CaseNumber: ResolverTypeWrapper<Scalars['CaseNumber']['output']>;
  CaseSealPayload: ResolverTypeWrapper<Omit<CaseSealPayload, 'case' | 'problems'> & { case?: Maybe<ResolversTypes['Case']>, problems: Array<ResolversTypes['Problem']> }>;
  Court: ResolverTypeWrapper<CourtRecord>;
  CourtCase: ResolverTypeWrapper<CourtCaseRecord>;
  CourtCaseConnection: ResolverTypeWrapper<Omit<CourtCaseConnection, 'edges'> & { edges: Array<ResolversTypes['CourtCaseEdge']> }>;
  CourtCaseEdge: ResolverTypeWrapper<Omit<CourtCaseEdge, 'node'> & { node: ResolversTypes['CourtCase'] }>;
  CourtCaseFilter: CourtCaseFilter;
  CourtCaseParty: ResolverTypeWrapper<CourtCasePartyRecord>;
  CourtCaseRole: CourtCaseRole;
  CourtCaseStatus: CourtCaseStatus;
  CourtCaseType: CourtCaseType;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideJudicialConfirmationInput: DecideJudicialConfirmationInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DeliveryStatus: DeliveryStatus;
  Disclosure: ResolverTypeWrapper<DisclosureRecord>;
  DisputeKind: DisputeKind;
  InvalidInput: ResolverTypeWrapper<ProblemData>;
  Judgment: ResolverTypeWrapper<JudgmentRecord>;
  JudgmentResult: JudgmentResult;
  JudicialConfirmation: ResolverTypeWrapper<JudicialConfirmationRecord>;
  JudicialConfirmationConnection: ResolverTypeWrapper<Omit<JudicialConfirmationConnection, 'edges'> & { edges: Array<ResolversTypes['JudicialConfirmationEdge']> }>;
  JudicialConfirmationEdge: ResolverTypeWrapper<Omit<JudicialConfirmationEdge, 'node'> & { node: ResolversTypes['JudicialConfirmation'] }>;
  JudicialConfirmationFilter: JudicialConfirmationFilter;
  JudicialConfirmationPayload: ResolverTypeWrapper<Omit<JudicialConfirmationPayload, 'judicialConfirmation' | 'problems'> & { judicialConfirmation?: Maybe<ResolversTypes['JudicialConfirmation']>, problems: Array<ResolversTypes['Problem']> }>;
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
  ProtectionOrder: ResolverTypeWrapper<ProtectionOrderRecord>;
  ProtectionOrderConnection: ResolverTypeWrapper<Omit<ProtectionOrderConnection, 'edges'> & { edges: Array<ResolversTypes['ProtectionOrderEdge']> }>;
  ProtectionOrderEdge: ResolverTypeWrapper<Omit<ProtectionOrderEdge, 'node'> & { node: ResolversTypes['ProtectionOrder'] }>;
  ProtectionOrderFilter: ProtectionOrderFilter;
  ProtectionOrderStatus: ProtectionOrderStatus;
  Purpose: Purpose;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
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
  SealCaseInput: SealCaseInput;
  SharingLevel: SharingLevel;
  TransitionConflict: ResolverTypeWrapper<ProblemData>;
  TrialInstance: TrialInstance;
  WithdrawalOutcome: WithdrawalOutcome;
  WithdrawalRequest: ResolverTypeWrapper<WithdrawalRequestRecord>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptJudicialConfirmationInput: AcceptJudicialConfirmationInput;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AgencyCode: Scalars['AgencyCode']['output'];
  Case: CaseReference;
  CaseNumber: Scalars['CaseNumber']['output'];
  CaseSealPayload: Omit<CaseSealPayload, 'case' | 'problems'> & { case?: Maybe<ResolversParentTypes['Case']>, problems: Array<ResolversParentTypes['Problem']> };
  Court: CourtRecord;
  CourtCase: CourtCaseRecord;
  CourtCaseConnection: Omit<CourtCaseConnection, 'edges'> & { edges: Array<ResolversParentTypes['CourtCaseEdge']> };
  CourtCaseEdge: Omit<CourtCaseEdge, 'node'> & { node: ResolversParentTypes['CourtCase'] };
  CourtCaseFilter: CourtCaseFilter;
  CourtCaseParty: CourtCasePartyRecord;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DecideJudicialConfirmationInput: DecideJudicialConfirmationInput;
  Boolean: Scalars['Boolean']['output'];
  Disclosure: DisclosureRecord;
  InvalidInput: ProblemData;
  Judgment: JudgmentRecord;
  JudicialConfirmation: JudicialConfirmationRecord;
  JudicialConfirmationConnection: Omit<JudicialConfirmationConnection, 'edges'> & { edges: Array<ResolversParentTypes['JudicialConfirmationEdge']> };
  JudicialConfirmationEdge: Omit<JudicialConfirmationEdge, 'node'> & { node: ResolversParentTypes['JudicialConfirmation'] };
  JudicialConfirmationFilter: JudicialConfirmationFilter;
  JudicialConfirmationPayload: Omit<JudicialConfirmationPayload, 'judicialConfirmation' | 'problems'> & { judicialConfirmation?: Maybe<ResolversParentTypes['JudicialConfirmation']>, problems: Array<ResolversParentTypes['Problem']> };
  Money: Scalars['Money']['output'];
  Mutation: Record<PropertyKey, never>;
  NotPermitted: ProblemData;
  PageInfo: PageInfo;
  Person: PersonReference;
  PersonName: Scalars['PersonName']['output'];
  PersonReaders: PersonReference;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  Problem: ResolversInterfaceTypes<ResolversParentTypes>['Problem'];
  ProtectionOrder: ProtectionOrderRecord;
  ProtectionOrderConnection: Omit<ProtectionOrderConnection, 'edges'> & { edges: Array<ResolversParentTypes['ProtectionOrderEdge']> };
  ProtectionOrderEdge: Omit<ProtectionOrderEdge, 'node'> & { node: ResolversParentTypes['ProtectionOrder'] };
  ProtectionOrderFilter: ProtectionOrderFilter;
  Query: Record<PropertyKey, never>;
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

export interface AgencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AgencyCode'], any> {
  name: 'AgencyCode';
}

export type CaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'], FederationReferenceType extends FederationReferenceTypes['Case'] = FederationReferenceTypes['Case']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Case']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  judicialConfirmations?: Resolver<Maybe<Array<ResolversTypes['JudicialConfirmation']>>, ParentType, ContextType, RequireFields<CaseJudicialConfirmationsArgs, 'first'>>;
  trials?: Resolver<Maybe<Array<ResolversTypes['CourtCase']>>, ParentType, ContextType, RequireFields<CaseTrialsArgs, 'first'>>;
};

export interface CaseNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CaseNumber'], any> {
  name: 'CaseNumber';
}

export type CaseSealPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseSealPayload'] = ResolversParentTypes['CaseSealPayload']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type CourtResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Court'] = ResolversParentTypes['Court']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
};

export type CourtCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourtCase'] = ResolversParentTypes['CourtCase'], FederationReferenceType extends FederationReferenceTypes['CourtCase'] = FederationReferenceTypes['CourtCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CourtCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acceptedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  court?: Resolver<ResolversTypes['Court'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['TrialInstance']>, ParentType, ContextType>;
  judgedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  judgment?: Resolver<Maybe<ResolversTypes['Judgment']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['CaseNumber'], ParentType, ContextType>;
  parties?: Resolver<Maybe<Array<ResolversTypes['CourtCaseParty']>>, ParentType, ContextType, RequireFields<CourtCasePartiesArgs, 'first'>>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CourtCaseStatus'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['CourtCaseType'], ParentType, ContextType>;
};

export type CourtCaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourtCaseConnection'] = ResolversParentTypes['CourtCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CourtCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CourtCaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourtCaseEdge'] = ResolversParentTypes['CourtCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CourtCase'], ParentType, ContextType>;
};

export type CourtCasePartyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourtCaseParty'] = ResolversParentTypes['CourtCaseParty']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['CourtCaseRole'], ParentType, ContextType>;
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

export type JudgmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Judgment'] = ResolversParentTypes['Judgment']> = {
  awardedCompensation?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  inForceOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  result?: Resolver<ResolversTypes['JudgmentResult'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type JudicialConfirmationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JudicialConfirmation'] = ResolversParentTypes['JudicialConfirmation'], FederationReferenceType extends FederationReferenceTypes['JudicialConfirmation'] = FederationReferenceTypes['JudicialConfirmation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['JudicialConfirmation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acceptedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  agreedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  agreement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agreementAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  applicants?: Resolver<Maybe<Array<ResolversTypes['Person']>>, ParentType, ContextType>;
  appliedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  documents?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mediationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['CaseNumber']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  ruledOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JudicialConfirmationStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JudicialConfirmationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JudicialConfirmationConnection'] = ResolversParentTypes['JudicialConfirmationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['JudicialConfirmationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type JudicialConfirmationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JudicialConfirmationEdge'] = ResolversParentTypes['JudicialConfirmationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['JudicialConfirmation'], ParentType, ContextType>;
};

export type JudicialConfirmationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JudicialConfirmationPayload'] = ResolversParentTypes['JudicialConfirmationPayload']> = {
  judicialConfirmation?: Resolver<Maybe<ResolversTypes['JudicialConfirmation']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export interface MoneyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Money'], any> {
  name: 'Money';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptJudicialConfirmation?: Resolver<ResolversTypes['JudicialConfirmationPayload'], ParentType, ContextType, RequireFields<MutationAcceptJudicialConfirmationArgs, 'input'>>;
  courtsReferralStep?: Resolver<ResolversTypes['ReferralStepPayload'], ParentType, ContextType, RequireFields<MutationCourtsReferralStepArgs, 'input'>>;
  courtsSealCase?: Resolver<ResolversTypes['CaseSealPayload'], ParentType, ContextType, RequireFields<MutationCourtsSealCaseArgs, 'input'>>;
  courtsUnsealCase?: Resolver<ResolversTypes['CaseSealPayload'], ParentType, ContextType, RequireFields<MutationCourtsUnsealCaseArgs, 'input'>>;
  decideJudicialConfirmation?: Resolver<ResolversTypes['JudicialConfirmationPayload'], ParentType, ContextType, RequireFields<MutationDecideJudicialConfirmationArgs, 'input'>>;
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
  courtCases?: Resolver<Maybe<Array<ResolversTypes['CourtCase']>>, ParentType, ContextType, RequireFields<PersonCourtCasesArgs, 'first'>>;
  protectionOrders?: Resolver<Maybe<Array<ResolversTypes['ProtectionOrder']>>, ParentType, ContextType, RequireFields<PersonProtectionOrdersArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PersonNameScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PersonName'], any> {
  name: 'PersonName';
}

export type PersonReadersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonReaders'] = ResolversParentTypes['PersonReaders'], FederationReferenceType extends FederationReferenceTypes['PersonReaders'] = FederationReferenceTypes['PersonReaders']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PersonReaders']> | FederationReferenceType, FederationReferenceType, ContextType>;
  courts?: Resolver<Maybe<Array<ResolversTypes['Disclosure']>>, ParentType, ContextType, RequireFields<PersonReadersCourtsArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotPermitted' | 'TransitionConflict', ParentType, ContextType>;
};

export type ProtectionOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionOrder'] = ResolversParentTypes['ProtectionOrder'], FederationReferenceType extends FederationReferenceTypes['ProtectionOrder'] = FederationReferenceTypes['ProtectionOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProtectionOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  appliedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['CaseNumber'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  respondent?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProtectionOrderStatus'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ProtectionOrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionOrderConnection'] = ResolversParentTypes['ProtectionOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProtectionOrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProtectionOrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionOrderEdge'] = ResolversParentTypes['ProtectionOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProtectionOrder'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  courtCase?: Resolver<Maybe<ResolversTypes['CourtCase']>, ParentType, ContextType, RequireFields<QueryCourtCaseArgs, 'id'>>;
  courtCases?: Resolver<ResolversTypes['CourtCaseConnection'], ParentType, ContextType, RequireFields<QueryCourtCasesArgs, 'first'>>;
  judicialConfirmation?: Resolver<Maybe<ResolversTypes['JudicialConfirmation']>, ParentType, ContextType, RequireFields<QueryJudicialConfirmationArgs, 'id'>>;
  judicialConfirmations?: Resolver<ResolversTypes['JudicialConfirmationConnection'], ParentType, ContextType, RequireFields<QueryJudicialConfirmationsArgs, 'first'>>;
  protectionOrders?: Resolver<ResolversTypes['ProtectionOrderConnection'], ParentType, ContextType, RequireFields<QueryProtectionOrdersArgs, 'first'>>;
};

export type ReferralResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Referral'] = ResolversParentTypes['Referral'], FederationReferenceType extends FederationReferenceTypes['Referral'] = FederationReferenceTypes['Referral']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Referral']> | FederationReferenceType, FederationReferenceType, ContextType>;
  courtsSide?: Resolver<Maybe<ResolversTypes['ReferralSide']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  judicialConfirmation?: Resolver<Maybe<ResolversTypes['JudicialConfirmation']>, ParentType, ContextType>;
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
  courts?: Resolver<Maybe<Array<ResolversTypes['Court']>>, ParentType, ContextType>;
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
  AgencyCode?: GraphQLScalarType;
  Case?: CaseResolvers<ContextType>;
  CaseNumber?: GraphQLScalarType;
  CaseSealPayload?: CaseSealPayloadResolvers<ContextType>;
  Court?: CourtResolvers<ContextType>;
  CourtCase?: CourtCaseResolvers<ContextType>;
  CourtCaseConnection?: CourtCaseConnectionResolvers<ContextType>;
  CourtCaseEdge?: CourtCaseEdgeResolvers<ContextType>;
  CourtCaseParty?: CourtCasePartyResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Disclosure?: DisclosureResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  Judgment?: JudgmentResolvers<ContextType>;
  JudicialConfirmation?: JudicialConfirmationResolvers<ContextType>;
  JudicialConfirmationConnection?: JudicialConfirmationConnectionResolvers<ContextType>;
  JudicialConfirmationEdge?: JudicialConfirmationEdgeResolvers<ContextType>;
  JudicialConfirmationPayload?: JudicialConfirmationPayloadResolvers<ContextType>;
  Money?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  NotPermitted?: NotPermittedResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonName?: GraphQLScalarType;
  PersonReaders?: PersonReadersResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  Problem?: ProblemResolvers<ContextType>;
  ProtectionOrder?: ProtectionOrderResolvers<ContextType>;
  ProtectionOrderConnection?: ProtectionOrderConnectionResolvers<ContextType>;
  ProtectionOrderEdge?: ProtectionOrderEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
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

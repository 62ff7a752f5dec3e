import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProblemData } from '../../kit/problems/problem.ts';
import type { PersonReference, CaseReference, ReferralReference, RegionReference } from '../../kit/references.ts';
import type { ReferralSide as ReferralSideRecord } from '../../kit/referrals/side.ts';
import type { OfferedAction } from '../../kit/referrals/steps.ts';
import type { WithdrawalRequest as WithdrawalRequestRecord } from '../../kit/referrals/withdrawalRequests.ts';
import type { Disclosure as DisclosureRecord } from '../../kit/audit/disclosures.ts';
import type { CaseParty as CasePartyRecord } from '../cases/store/caseParties.ts';
import type { PoliceCase as PoliceCaseRecord } from '../cases/store/policeCases.ts';
import type { Dispute as DisputeRecord } from '../disputes/store/disputes.ts';
import type { Incident as IncidentRecord } from '../incidents/store.ts';
import type { PersonIdentity as PersonIdentityRecord } from '../persons/store/persons.ts';
import type { PoliceUnit as PoliceUnitRecord } from '../units/store.ts';
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

/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type Case = {
  /** Global id of the case. */
  id: Scalars['ID']['output'];
  /** The case as the police hold it, the newest where there are several; null where there is none in the viewer's region. */
  policeCase?: Maybe<PoliceCase>;
};

/** A person's part in a police case 涉案人员. */
export type CaseParty = {
  /** The person. */
  person?: Maybe<Person>;
  /** The part. */
  role: CasePartyRole;
};

/** The part that a person has in a police case 涉案身份. */
export type CasePartyRole =
  /** Who reported it 报案人. */
  | 'REPORTER'
  /** Suspect 犯罪嫌疑人 or suspected offender 违法嫌疑人. */
  | 'SUSPECT'
  /** Victim 被害人 or wronged person 被侵害人. */
  | 'VICTIM'
  /** Witness 证人. */
  | 'WITNESS';

/** What came of it. */
export type CaseSealPayload = {
  /** The case; null where there are problems. The agency's own records are sealed at once, those of others within seconds. */
  case?: Maybe<Case>;
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

/** A dispute of an incident that was handed over for mediation 警调对接. */
export type Dispute = {
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** The incident that it comes from 来源警情. */
  incident: Incident;
  /** What it is about. */
  kind: DisputeKind;
  /** The justice bureau's number of the mediation 调解编号; null before it is accepted. */
  mediationNumber?: Maybe<Scalars['String']['output']>;
  /** The mediator; null before one is chosen. */
  mediator?: Maybe<Scalars['String']['output']>;
  /** The organisation that mediates; null before it is accepted. */
  organisation?: Maybe<Scalars['String']['output']>;
  /** The parties 当事人, the applicant first. */
  parties: Array<Person>;
  /** Its newest referral. */
  referral: Referral;
  /** What came of it 调解结果; null before the mediation is concluded. */
  result?: Maybe<DisputeResult>;
  /** How far it is: the status of its newest referral on the side of the police. */
  status: ReferralStatus;
  /** What happened 纠纷情况, in the officer's words. */
  summary: Scalars['String']['output'];
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

/** What came of the mediation of a dispute 调解结果. */
export type DisputeOutcome =
  /** The parties agreed 调解成功. */
  | 'AGREED'
  /** The parties did not agree 调解不成. */
  | 'FAILED';

/** A party of a dispute. */
export type DisputePartyInput = {
  /** The resident identity number 公民身份号码. */
  idNumber: Scalars['ResidentIdNumber']['input'];
  /** The name; at most 50 characters. */
  name: Scalars['String']['input'];
  /** The telephone number. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
};

/** What came of it. */
export type DisputePayload = {
  /** The dispute; null where there are problems. */
  dispute?: Maybe<Dispute>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** What came of the mediation of a dispute 调解结果. */
export type DisputeResult = {
  /** What they agreed; null where they did not. */
  agreement?: Maybe<Scalars['String']['output']>;
  /** What is to be paid, in CNY; null where there is no agreement or none about money. */
  amount?: Maybe<Scalars['Money']['output']>;
  /** When the result arrived. */
  concludedAt: Scalars['DateTime']['output'];
  /** Why they did not agree 调解不成原因; null where they did. */
  failureReason?: Maybe<Scalars['String']['output']>;
  /** Whether the parties agreed. */
  outcome: DisputeOutcome;
  /** The last day of performance; null where there is no agreement or it was performed at once. */
  performBy?: Maybe<Scalars['Date']['output']>;
};

/** Something reported to the police 警情. */
export type Incident = {
  /** What it is about, in a word. */
  category: IncidentCategory;
  /** The dispute that was handed over for mediation; null where none was. */
  dispute?: Maybe<Dispute>;
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** What kind of incident. */
  kind: IncidentKind;
  /** The number of the report 接警编号: J + 12 digits of the unit + yyyymmdd + 4 digits. */
  number: Scalars['String']['output'];
  /** Where it happened. */
  region?: Maybe<Region>;
  /** When it was reported 报警时间. */
  reportedAt: Scalars['DateTime']['output'];
  /** How far it is. */
  status: IncidentStatus;
  /** The unit that handles it 处警单位. */
  unit: PoliceUnit;
};

/** What an incident is about 警情类别. */
export type IncidentCategory =
  /** Assault or injury 殴打、伤害. */
  | 'ASSAULT'
  /** A dispute over a purchase 消费纠纷. */
  | 'CONSUMER_DISPUTE'
  /** A dispute over a debt 债务纠纷. */
  | 'DEBT_DISPUTE'
  /** Disturbance of public order 扰乱秩序. */
  | 'DISTURBANCE'
  /** Domestic violence 家庭暴力. */
  | 'DOMESTIC_VIOLENCE'
  /** Drugs 涉毒. */
  | 'DRUGS'
  /** Danger or hardship 危难求助. */
  | 'EMERGENCY_HELP'
  /** A dispute in a marriage or family 婚姻家庭纠纷. */
  | 'FAMILY_DISPUTE'
  /** Fraud other than by telephone or network 诈骗. */
  | 'FRAUD'
  /** Gambling 涉赌. */
  | 'GAMBLING'
  /** A dispute over work or wages 劳资纠纷. */
  | 'LABOUR_DISPUTE'
  /** A person is missing 人员走失. */
  | 'MISSING_PERSON'
  /** A dispute between neighbours 邻里纠纷. */
  | 'NEIGHBOUR_DISPUTE'
  /** Anything else 其他. */
  | 'OTHER'
  /** Damage to property 损毁财物. */
  | 'PROPERTY_DAMAGE'
  /** Robbery or snatching 抢劫抢夺. */
  | 'ROBBERY'
  /** Sexual assault 性侵害. */
  | 'SEXUAL_ASSAULT'
  /** Fraud by telephone or network 电信网络诈骗. */
  | 'TELECOM_FRAUD'
  /** Theft 盗窃. */
  | 'THEFT'
  /** Traffic 交通. */
  | 'TRAFFIC';

/** A page of incidents. */
export type IncidentConnection = {
  /** The incidents with their cursors. */
  edges: Array<IncidentEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** An incident in a page. */
export type IncidentEdge = {
  /** The cursor of this incident. */
  cursor: Scalars['String']['output'];
  /** The incident. */
  node: Incident;
};

/** Which incidents; all conditions must hold. */
export type IncidentFilter = {
  /** Of one of these kinds. */
  kind?: InputMaybe<Array<IncidentKind>>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Reported at or after. */
  reportedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Reported before. */
  reportedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<IncidentStatus>>;
};

/** What kind of incident 警情性质. */
export type IncidentKind =
  /** Criminal 刑事警情. */
  | 'CRIMINAL'
  /** A dispute 纠纷警情. */
  | 'DISPUTE'
  /** A call for help 求助警情. */
  | 'HELP'
  /** Public security 治安警情. */
  | 'PUBLIC_SECURITY';

/** How far an incident is 警情状态. */
export type IncidentStatus =
  /** Closed 已处结. */
  | 'CLOSED'
  /** A unit is on its way 已派警. */
  | 'DISPATCHED'
  /** Became a case 已立案或受案. */
  | 'FILED'
  /** Being handled on the spot 处置中. */
  | 'HANDLING'
  /** Taken in 已接警. */
  | 'RECEIVED'
  /** Handed to another agency 已移交. */
  | 'TRANSFERRED';

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
  /**
   * Take a step of a referral that carries no data of its own 移送步骤: withdraw, return, acknowledge and the like. `availableActions` of the agency's own
   * side lists the steps that are possible now.
   */
  policeReferralStep: ReferralStepPayload;
  /** Seal the juvenile record of a case 封存未成年人犯罪记录 (Criminal Procedure Law art. 286): to everybody but the authority that seals it, in all agencies. */
  policeSealCase: CaseSealPayload;
  /** Take back the own agency's seal of a case 解除封存; the case opens once no authority has sealed it any more. */
  policeUnsealCase: CaseSealPayload;
  /**
   * Hand the dispute of an incident to the justice bureau for mediation 警调对接. The incident is a dispute, and its parties are named by their identity
   * numbers. One that came back is handed over again by the same mutation, with what is then known.
   */
  referDispute: DisputePayload;
};


export type MutationPoliceReferralStepArgs = {
  input: ReferralStepInput;
};


export type MutationPoliceSealCaseArgs = {
  input: SealCaseInput;
};


export type MutationPoliceUnsealCaseArgs = {
  input: SealCaseInput;
};


export type MutationReferDisputeArgs = {
  input: ReferDisputeInput;
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
  /** Who the person is, as the police know it 身份信息: shown where the person has a part in a police case of the viewer's region, and to the police also where the person is registered in their region; null otherwise. */
  identity?: Maybe<PersonIdentity>;
  /** Police cases of the viewer's region in which this person has a part, newest first. */
  policeCases?: Maybe<Array<PoliceCase>>;
  /** HMAC of the identity number under a key that only agencies hold: the gateway joins by it, and no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** A person, joined by token; nobody owns it. */
export type PersonPoliceCasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Who a person is 身份信息. */
export type PersonIdentity = {
  /** Where the person lives 住址; null where it is not known. That of a protected person goes to nobody but the police. */
  address?: Maybe<Scalars['String']['output']>;
  /** The day of birth 出生日期. */
  birthDate: Scalars['Date']['output'];
  /** The resident identity number 公民身份号码, masked: its region only, for example 210102************. */
  idNumber: Scalars['String']['output'];
  /** The name 姓名. */
  name: Scalars['String']['output'];
  /** The telephone number 电话; null where none is known, and for a protected person to anybody but the police. */
  phone?: Maybe<Scalars['PhoneNumber']['output']>;
  /** Where the person is registered 户籍地. */
  registeredRegion?: Maybe<Region>;
  /** The sex 性别. */
  sex: Sex;
};

/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReaders = {
  /** Readings of the records of this agency 公安机关 on the person, newest first; auditors only. */
  police?: Maybe<Array<Disclosure>>;
  /** The person's token; no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReadersPoliceArgs = {
  before?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A case as the police hold it 公安案件. */
export type PoliceCase = {
  /** The case of the register. */
  case?: Maybe<Case>;
  /** When it was concluded 办结; null before. */
  concludedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was filed 立案 (criminal) or accepted 受案 (public security). */
  filedAt: Scalars['DateTime']['output'];
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** What kind of case. */
  kind: PoliceCaseKind;
  /** The charge of a criminal case, the act of a public-security case 案由. */
  nature: PoliceCaseNature;
  /** The police case number 案件编号: A + 12 digits of the unit + yyyymm + 4 digits. */
  number: Scalars['CaseNumber']['output'];
  /** The persons that have a part in it 涉案人员, newest entry first. */
  parties?: Maybe<Array<CaseParty>>;
  /** Where it is handled. */
  region?: Maybe<Region>;
  /** When it was solved 破案; null before, and always for a public-security case. */
  solvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it is. */
  status: PoliceCaseStatus;
  /** The unit that handles it 办案单位. */
  unit: PoliceUnit;
};


/** A case as the police hold it 公安案件. */
export type PoliceCasePartiesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of police cases. */
export type PoliceCaseConnection = {
  /** The police cases with their cursors. */
  edges: Array<PoliceCaseEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A police case in a page. */
export type PoliceCaseEdge = {
  /** The cursor of this police case. */
  cursor: Scalars['String']['output'];
  /** The police case. */
  node: PoliceCase;
};

/** Which police cases; all conditions must hold. */
export type PoliceCaseFilter = {
  /** Filed at or after. */
  filedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Filed before. */
  filedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of one of these kinds. */
  kind?: InputMaybe<Array<PoliceCaseKind>>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<PoliceCaseStatus>>;
};

/** What kind of police case 案件类别. */
export type PoliceCaseKind =
  /** Criminal 刑事案件. */
  | 'CRIMINAL'
  /** Public security 治安案件. */
  | 'PUBLIC_SECURITY';

/** The charge or act that a case is about 案由, kept as data with its legal basis. */
export type PoliceCaseNature = {
  /** The article of law. */
  basis: Scalars['String']['output'];
  /** The code, for example INTENTIONAL_INJURY. */
  code: Scalars['ID']['output'];
  /** Its Chinese name. */
  name: Scalars['String']['output'];
};

/** How far a police case is 案件状态. */
export type PoliceCaseStatus =
  /** Concluded 已办结. */
  | 'CONCLUDED'
  /** Filed or accepted, being investigated 已立案或受案. */
  | 'FILED'
  /** Solved 已破案. */
  | 'SOLVED'
  /** Handed to the prosecutors or to another agency 已移送. */
  | 'TRANSFERRED'
  /** Withdrawn 已撤案. */
  | 'WITHDRAWN';

/** A police unit 公安单位. */
export type PoliceUnit = {
  /** Its code of 12 digits 公安机关机构代码. */
  code: Scalars['ID']['output'];
  /** What kind of unit. */
  kind: PoliceUnitKind;
  /** Its Chinese name. */
  name: Scalars['String']['output'];
  /** Its region. */
  region?: Maybe<Region>;
};

/** What kind of police unit 单位类别. */
export type PoliceUnitKind =
  /** Branch of a bureau 公安分局. */
  | 'BRANCH'
  /** Public security bureau 公安局. */
  | 'BUREAU'
  /** Command centre of a city or county 情指行一体化实战中心. */
  | 'COMMAND_CENTRE'
  /** Combined command room of a station 综合指挥室. */
  | 'COMMAND_ROOM'
  /** Community police team 社区警务团队. */
  | 'COMMUNITY_TEAM'
  /** Warning and payment-stop centre against fraud 预警止付中心. */
  | 'FRAUD_WARNING_CENTRE'
  /** Convenience or service centre for citizens 便民服务中心. */
  | 'SERVICE_CENTRE'
  /** Service station 便民服务站. */
  | 'SERVICE_STATION'
  /** One window for all services 一窗通办窗口. */
  | 'SERVICE_WINDOW'
  /** Police station 派出所. */
  | 'STATION'
  /** Sub-centre of a command centre 分中心, for example for case investigation 案件侦查. */
  | 'SUB_CENTRE';

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
  /** An incident by its id 警情; the police only, null where there is none that the viewer may see. */
  incident?: Maybe<Incident>;
  /** Incidents 警情 of the viewer's region, newest first; the police only, an empty page for others. */
  incidents: IncidentConnection;
  /**
   * A person by identity number, to be joined with what the agencies hold. Gives a person whether or not anybody knows one; null for viewers
   * outside the agencies. Each look-up is traced, costs much and counts towards a limit of the day, so that nobody goes through numbers.
   */
  person?: Maybe<Person>;
  /** A police case by its id 案件; the police only, null where there is none that the viewer may see. */
  policeCase?: Maybe<PoliceCase>;
  /** Police cases 案件 of the viewer's region, newest first; the police only, an empty page for others. */
  policeCases: PoliceCaseConnection;
  /**
   * Who has read what the agencies hold on a person 个人信息查询记录; auditors only: the hub's see all agencies, an agency's its own. Each look-up is
   * traced, costs much and counts towards a limit of the day, as with `person`.
   */
  readersOf?: Maybe<PersonReaders>;
};


export type QueryIncidentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIncidentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IncidentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPersonArgs = {
  idNumber: Scalars['ResidentIdNumber']['input'];
};


export type QueryPoliceCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPoliceCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PoliceCaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReadersOfArgs = {
  person: Scalars['ResidentIdNumber']['input'];
};

/** A dispute to be handed over. */
export type ReferDisputeInput = {
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The incident, which is a dispute that is being handled. */
  incidentId: Scalars['ID']['input'];
  /** What it is about. */
  kind: DisputeKind;
  /** What the justice bureau should know besides; at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The parties, two to twenty, the applicant first. */
  parties: Array<DisputePartyInput>;
  /** What happened; at most 4,000 characters. */
  summary: Scalars['String']['input'];
};

/** A handing over from one agency to another 移送, as the exchange's ledger has it. */
export type Referral = {
  /** The police's dispute that the referral is about; null where it is about none. The police only. */
  dispute?: Maybe<Dispute>;
  /** Global id of the referral. */
  id: Scalars['ID']['output'];
  /** The police's own side of the referral; null where they have none. */
  policeSide?: Maybe<ReferralSide>;
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
  /** The police units of exactly this region 公安单位, by code; none where the region is outside the viewer's. */
  policeUnits?: Maybe<Array<PoliceUnit>>;
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

/** Sex 性别 (GB/T 2261.1). */
export type Sex =
  /** Female 女性 (2). */
  | 'FEMALE'
  /** Male 男性 (1). */
  | 'MALE'
  /** Not stated 未说明的性别 (9). */
  | 'NOT_STATED'
  /** Unknown 未知的性别 (0). */
  | 'UNKNOWN';

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
  Case: Case;
  Dispute: Dispute;
  Incident: Incident;
  Person: Person;
  PersonReaders: PersonReaders;
  PoliceCase: PoliceCase;
  Referral: Referral;
  Region: Region;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Case:
    ( { __typename: 'Case' }
    & GraphQLRecursivePick<FederationTypes['Case'], {"id":true}> );
  Dispute:
    ( { __typename: 'Dispute' }
    & GraphQLRecursivePick<FederationTypes['Dispute'], {"id":true}> );
  Incident:
    ( { __typename: 'Incident' }
    & GraphQLRecursivePick<FederationTypes['Incident'], {"id":true}> );
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"token":true}> );
  PersonReaders:
    ( { __typename: 'PersonReaders' }
    & GraphQLRecursivePick<FederationTypes['PersonReaders'], {"token":true}> );
  PoliceCase:
    ( { __typename: 'PoliceCase' }
    & GraphQLRecursivePick<FederationTypes['PoliceCase'], {"id":true}> );
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
  AgencyCode: ResolverTypeWrapper<Scalars['AgencyCode']['output']>;
  Case: ResolverTypeWrapper<CaseReference>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CaseNumber: ResolverTypeWrapper<Scalars['CaseNumber']['output']>;
  CaseParty: ResolverTypeWrapper<CasePartyRecord>;
  CasePartyRole: CasePartyRole;
  CaseSealPayload: ResolverTypeWrapper<Omit<CaseSealPayload, 'case' | 'problems'> & { case?: Maybe<ResolversTypes['Case']>, problems: Array<ResolversTypes['Problem']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeliveryStatus: DeliveryStatus;
  Disclosure: ResolverTypeWrapper<DisclosureRecord>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Dispute: ResolverTypeWrapper<DisputeRecord>;
  DisputeKind: DisputeKind;
  DisputeOutcome: DisputeOutcome;
  DisputePartyInput: DisputePartyInput;
  DisputePayload: ResolverTypeWrapper<Omit<DisputePayload, 'dispute' | 'problems'> & { dispute?: Maybe<ResolversTypes['Dispute']>, problems: Array<ResolversTypes['Problem']> }>;
  DisputeResult: ResolverTypeWrapper<DisputeResult>;
  Incident: ResolverTypeWrapper<IncidentRecord>;
  IncidentCategory: IncidentCategory;
  IncidentConnection: ResolverTypeWrapper<Omit<IncidentConnection, 'edges'> & { edges: Array<ResolversTypes['IncidentEdge']> }>;
  IncidentEdge: ResolverTypeWrapper<Omit<IncidentEdge, 'node'> & { node: ResolversTypes['Incident'] }>;
  IncidentFilter: IncidentFilter;
  IncidentKind: IncidentKind;
  IncidentStatus: IncidentStatus;
  InvalidInput: ResolverTypeWrapper<ProblemData>;
  JudicialConfirmationStatus: JudicialConfirmationStatus;
  Mask: Mask;
  Money: ResolverTypeWrapper<Scalars['Money']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotPermitted: ResolverTypeWrapper<ProblemData>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Person: ResolverTypeWrapper<PersonReference>;
  PersonIdentity: ResolverTypeWrapper<PersonIdentityRecord>;
  PersonName: ResolverTypeWrapper<Scalars['PersonName']['output']>;
  PersonReaders: ResolverTypeWrapper<PersonReference>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  PoliceCase: ResolverTypeWrapper<PoliceCaseRecord>;
  PoliceCaseConnection: ResolverTypeWrapper<Omit<PoliceCaseConnection, 'edges'> & { edges: Array<ResolversTypes['PoliceCaseEdge']> }>;
  PoliceCaseEdge: ResolverTypeWrapper<Omit<PoliceCaseEdge, 'node'> & { node: ResolversTypes['PoliceCase'] }>;
  PoliceCaseFilter: PoliceCaseFilter;
  PoliceCaseKind: PoliceCaseKind;
  PoliceCaseNature: ResolverTypeWrapper<PoliceCaseNature>;
  PoliceCaseStatus: PoliceCaseStatus;
  PoliceUnit: ResolverTypeWrapper<PoliceUnitRecord>;
  PoliceUnitKind: PoliceUnitKind;
  Problem: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Problem']>;
  Purpose: Purpose;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReferDisputeInput: ReferDisputeInput;
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
  Sex: Sex;
  SharingLevel: SharingLevel;
  TransitionConflict: ResolverTypeWrapper<ProblemData>;
  WithdrawalOutcome: WithdrawalOutcome;
  WithdrawalRequest: ResolverTypeWrapper<WithdrawalRequestRecord>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AgencyCode: Scalars['AgencyCode']['output'];
  Case: CaseReference;
  ID: Scalars['ID']['output'];
  CaseNumber: Scalars['CaseNumber']['output'];
  CaseParty: CasePartyRecord;
  CaseSealPayload: Omit<CaseSealPayload, 'case' | 'problems'> & { case?: Maybe<ResolversParentTypes['Case']>, problems: Array<ResolversParentTypes['Problem']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Disclosure: DisclosureRecord;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Dispute: DisputeRecord;
  DisputePartyInput: DisputePartyInput;
  DisputePayload: Omit<DisputePayload, 'dispute' | 'problems'> & { dispute?: Maybe<ResolversParentTypes['Dispute']>, problems: Array<ResolversParentTypes['Problem']> };
  DisputeResult: DisputeResult;
  Incident: IncidentRecord;
  IncidentConnection: Omit<IncidentConnection, 'edges'> & { edges: Array<ResolversParentTypes['IncidentEdge']> };
  IncidentEdge: Omit<IncidentEdge, 'node'> & { node: ResolversParentTypes['Incident'] };
  IncidentFilter: IncidentFilter;
  InvalidInput: ProblemData;
  Money: Scalars['Money']['output'];
  Mutation: Record<PropertyKey, never>;
  NotPermitted: ProblemData;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Person: PersonReference;
  PersonIdentity: PersonIdentityRecord;
  PersonName: Scalars['PersonName']['output'];
  PersonReaders: PersonReference;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  PoliceCase: PoliceCaseRecord;
  PoliceCaseConnection: Omit<PoliceCaseConnection, 'edges'> & { edges: Array<ResolversParentTypes['PoliceCaseEdge']> };
  PoliceCaseEdge: Omit<PoliceCaseEdge, 'node'> & { node: ResolversParentTypes['PoliceCase'] };
  PoliceCaseFilter: PoliceCaseFilter;
  PoliceCaseNature: PoliceCaseNature;
  PoliceUnit: PoliceUnitRecord;
  Problem: ResolversInterfaceTypes<ResolversParentTypes>['Problem'];
  Query: Record<PropertyKey, never>;
  ReferDisputeInput: ReferDisputeInput;
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
  policeCase?: Resolver<Maybe<ResolversTypes['PoliceCase']>, ParentType, ContextType>;
};

export interface CaseNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CaseNumber'], any> {
  name: 'CaseNumber';
}

export type CasePartyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseParty'] = ResolversParentTypes['CaseParty']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['CasePartyRole'], ParentType, ContextType>;
};

export type CaseSealPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseSealPayload'] = ResolversParentTypes['CaseSealPayload']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
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

export type DisputeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Dispute'] = ResolversParentTypes['Dispute'], FederationReferenceType extends FederationReferenceTypes['Dispute'] = FederationReferenceTypes['Dispute']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Dispute']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incident?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DisputeKind'], ParentType, ContextType>;
  mediationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mediator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parties?: Resolver<Array<ResolversTypes['Person']>, ParentType, ContextType>;
  referral?: Resolver<ResolversTypes['Referral'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['DisputeResult']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReferralStatus'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisputePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisputePayload'] = ResolversParentTypes['DisputePayload']> = {
  dispute?: Resolver<Maybe<ResolversTypes['Dispute']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type DisputeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisputeResult'] = ResolversParentTypes['DisputeResult']> = {
  agreement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  concludedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failureReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['DisputeOutcome'], ParentType, ContextType>;
  performBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type IncidentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident'], FederationReferenceType extends FederationReferenceTypes['Incident'] = FederationReferenceTypes['Incident']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Incident']> | FederationReferenceType, FederationReferenceType, ContextType>;
  category?: Resolver<ResolversTypes['IncidentCategory'], ParentType, ContextType>;
  dispute?: Resolver<Maybe<ResolversTypes['Dispute']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IncidentKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['IncidentStatus'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['PoliceUnit'], ParentType, ContextType>;
};

export type IncidentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncidentConnection'] = ResolversParentTypes['IncidentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IncidentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type IncidentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncidentEdge'] = ResolversParentTypes['IncidentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>;
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
  policeReferralStep?: Resolver<ResolversTypes['ReferralStepPayload'], ParentType, ContextType, RequireFields<MutationPoliceReferralStepArgs, 'input'>>;
  policeSealCase?: Resolver<ResolversTypes['CaseSealPayload'], ParentType, ContextType, RequireFields<MutationPoliceSealCaseArgs, 'input'>>;
  policeUnsealCase?: Resolver<ResolversTypes['CaseSealPayload'], ParentType, ContextType, RequireFields<MutationPoliceUnsealCaseArgs, 'input'>>;
  referDispute?: Resolver<ResolversTypes['DisputePayload'], ParentType, ContextType, RequireFields<MutationReferDisputeArgs, 'input'>>;
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
  identity?: Resolver<Maybe<ResolversTypes['PersonIdentity']>, ParentType, ContextType>;
  policeCases?: Resolver<Maybe<Array<ResolversTypes['PoliceCase']>>, ParentType, ContextType, RequireFields<PersonPoliceCasesArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PersonIdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonIdentity'] = ResolversParentTypes['PersonIdentity']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  birthDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  idNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
  registeredRegion?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  sex?: Resolver<ResolversTypes['Sex'], ParentType, ContextType>;
};

export interface PersonNameScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PersonName'], any> {
  name: 'PersonName';
}

export type PersonReadersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonReaders'] = ResolversParentTypes['PersonReaders'], FederationReferenceType extends FederationReferenceTypes['PersonReaders'] = FederationReferenceTypes['PersonReaders']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PersonReaders']> | FederationReferenceType, FederationReferenceType, ContextType>;
  police?: Resolver<Maybe<Array<ResolversTypes['Disclosure']>>, ParentType, ContextType, RequireFields<PersonReadersPoliceArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type PoliceCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoliceCase'] = ResolversParentTypes['PoliceCase'], FederationReferenceType extends FederationReferenceTypes['PoliceCase'] = FederationReferenceTypes['PoliceCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PoliceCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  concludedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  filedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PoliceCaseKind'], ParentType, ContextType>;
  nature?: Resolver<ResolversTypes['PoliceCaseNature'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['CaseNumber'], ParentType, ContextType>;
  parties?: Resolver<Maybe<Array<ResolversTypes['CaseParty']>>, ParentType, ContextType, RequireFields<PoliceCasePartiesArgs, 'first'>>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  solvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PoliceCaseStatus'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['PoliceUnit'], ParentType, ContextType>;
};

export type PoliceCaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoliceCaseConnection'] = ResolversParentTypes['PoliceCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PoliceCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PoliceCaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoliceCaseEdge'] = ResolversParentTypes['PoliceCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PoliceCase'], ParentType, ContextType>;
};

export type PoliceCaseNatureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoliceCaseNature'] = ResolversParentTypes['PoliceCaseNature']> = {
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PoliceUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoliceUnit'] = ResolversParentTypes['PoliceUnit']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PoliceUnitKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
};

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotPermitted' | 'TransitionConflict', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType, RequireFields<QueryIncidentArgs, 'id'>>;
  incidents?: Resolver<ResolversTypes['IncidentConnection'], ParentType, ContextType, RequireFields<QueryIncidentsArgs, 'first'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'idNumber'>>;
  policeCase?: Resolver<Maybe<ResolversTypes['PoliceCase']>, ParentType, ContextType, RequireFields<QueryPoliceCaseArgs, 'id'>>;
  policeCases?: Resolver<ResolversTypes['PoliceCaseConnection'], ParentType, ContextType, RequireFields<QueryPoliceCasesArgs, 'first'>>;
  readersOf?: Resolver<Maybe<ResolversTypes['PersonReaders']>, ParentType, ContextType, RequireFields<QueryReadersOfArgs, 'person'>>;
};

export type ReferralResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Referral'] = ResolversParentTypes['Referral'], FederationReferenceType extends FederationReferenceTypes['Referral'] = FederationReferenceTypes['Referral']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Referral']> | FederationReferenceType, FederationReferenceType, ContextType>;
  dispute?: Resolver<Maybe<ResolversTypes['Dispute']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  policeSide?: Resolver<Maybe<ResolversTypes['ReferralSide']>, ParentType, ContextType>;
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
  policeUnits?: Resolver<Maybe<Array<ResolversTypes['PoliceUnit']>>, ParentType, ContextType>;
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
  CaseParty?: CasePartyResolvers<ContextType>;
  CaseSealPayload?: CaseSealPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Disclosure?: DisclosureResolvers<ContextType>;
  Dispute?: DisputeResolvers<ContextType>;
  DisputePayload?: DisputePayloadResolvers<ContextType>;
  DisputeResult?: DisputeResultResolvers<ContextType>;
  Incident?: IncidentResolvers<ContextType>;
  IncidentConnection?: IncidentConnectionResolvers<ContextType>;
  IncidentEdge?: IncidentEdgeResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  Money?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  NotPermitted?: NotPermittedResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonIdentity?: PersonIdentityResolvers<ContextType>;
  PersonName?: GraphQLScalarType;
  PersonReaders?: PersonReadersResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  PoliceCase?: PoliceCaseResolvers<ContextType>;
  PoliceCaseConnection?: PoliceCaseConnectionResolvers<ContextType>;
  PoliceCaseEdge?: PoliceCaseEdgeResolvers<ContextType>;
  PoliceCaseNature?: PoliceCaseNatureResolvers<ContextType>;
  PoliceUnit?: PoliceUnitResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
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

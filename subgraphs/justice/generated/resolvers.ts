import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProblemData } from '../../kit/problems/problem.ts';
import type { PersonReference, CaseReference, ReferralReference, RegionReference } from '../../kit/references.ts';
import type { ReferralSide as ReferralSideRecord } from '../../kit/referrals/side.ts';
import type { OfferedAction } from '../../kit/referrals/steps.ts';
import type { WithdrawalRequest as WithdrawalRequestRecord } from '../../kit/referrals/withdrawalRequests.ts';
import type { Disclosure as DisclosureRecord } from '../../kit/audit/disclosures.ts';
import type { ConfirmationApplication as ConfirmationApplicationRecord } from '../confirmations/store.ts';
import type { LegalAidCase as LegalAidCaseRecord } from '../legal-aid/store.ts';
import type { MediationOrganisation as MediationOrganisationRecord } from '../mediation/store/mediationOrganisations.ts';
import type { MediationRequest as MediationRequestRecord } from '../mediation/store/mediationRequests.ts';
import type { MediationSession as MediationSessionRecord } from '../mediation/store/mediationSessions.ts';
import type { Mediation as MediationRecord } from '../mediation/store/mediations.ts';
import type { Mediator as MediatorRecord } from '../mediation/store/mediators.ts';
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

/** Which dispute is accepted, and who mediates it. */
export type AcceptMediationInput = {
  /** The version of the justice bureau's side that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The mediator, of that organisation; may be left out until one is chosen. */
  mediatorId?: InputMaybe<Scalars['ID']['input']>;
  /** The organisation that mediates, of the viewer's region. */
  organisationId: Scalars['ID']['input'];
  /** The referral that brought the dispute. */
  referralId: Scalars['ID']['input'];
};

/** What was agreed. */
export type AgreementInput = {
  /** What is to be paid, in CNY; left out where the agreement is not about money. */
  amount?: InputMaybe<Scalars['Money']['input']>;
  /** The content of the agreement; at most 4,000 characters. */
  content: Scalars['String']['input'];
  /** The last day of performance; left out where it was performed at once. */
  performBy?: InputMaybe<Scalars['Date']['input']>;
};

/** A joint application for judicial confirmation. */
export type ApplyForJudicialConfirmationInput = {
  /** The identity numbers of those who apply: all parties of the mediation, and nobody else. */
  applicants: Array<Scalars['ResidentIdNumber']['input']>;
  /** The day they applied together 申请日期: not before the agreement, and not in the future. */
  appliedOn: Scalars['Date']['input'];
  /** The region of the competent court, within the viewer's own; that of the mediation where it is left out. */
  courtRegion?: InputMaybe<Scalars['RegionCode']['input']>;
  /** The documents handed in 申请材料, for example 调解协议书; 1 to 20 of at most 200 characters. */
  documents: Array<Scalars['String']['input']>;
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The mediation that ended with the agreement. */
  mediationId: Scalars['ID']['input'];
};

/** What came of it. */
export type ApplyForJudicialConfirmationPayload = {
  /** The mediation with its application; null where there are problems. */
  mediation?: Maybe<Mediation>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type Case = {
  /** Global id of the case. */
  id: Scalars['ID']['output'];
  /** Legal aid given in this case, newest first; none for the hub's own users. */
  legalAidCases?: Maybe<Array<LegalAidCase>>;
  /** Mediations of disputes in this case, newest first; none for the hub's own users. */
  mediations?: Maybe<Array<Mediation>>;
};


/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type CaseLegalAidCasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A case of the register 案件: its kind, region, stage and agencies; no personal data. */
export type CaseMediationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** How a mediation ended: an agreement or a reason, one of the two. */
export type ConcludeMediationInput = {
  /** What was agreed; left out where there is no agreement. */
  agreement?: InputMaybe<AgreementInput>;
  /** The version of the mediation that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Why there is no agreement; at most 2,000 characters. */
  failureReason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The mediation. */
  mediationId: Scalars['ID']['input'];
};

/** A joint application to have a mediation agreement confirmed by a court 司法确认申请, as the justice bureau holds it. */
export type ConfirmationApplication = {
  /** The day the parties applied together 申请日期. */
  appliedOn: Scalars['Date']['output'];
  /** The documents that the parties handed in 申请材料. */
  documents?: Maybe<Array<Scalars['String']['output']>>;
  /** The court's number 民特案号; null until the court accepts the application. */
  number?: Maybe<Scalars['CaseNumber']['output']>;
  /** Why the court ruled so; given where it rejected the application. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The referral to the court. */
  referral?: Maybe<Referral>;
  /** The day the court ruled 裁定日期; null before. */
  ruledOn?: Maybe<Scalars['Date']['output']>;
  /** How far it is. */
  status: JudicialConfirmationStatus;
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

/** A case of legal aid 法律援助. */
export type LegalAidCase = {
  /** Who applied. */
  applicant?: Maybe<Person>;
  /** The day of the application; the 7 days of review begin. */
  appliedOn: Scalars['Date']['output'];
  /** The case of the register; null where the aid belongs to none. */
  case?: Maybe<Case>;
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** What aid was applied for 援助事项. */
  matter?: Maybe<LegalAidMatter>;
  /** The legal-aid centre's own number of the case 法援编号. */
  number: Scalars['String']['output'];
  /** The region of the legal-aid centre. */
  region?: Maybe<Region>;
  /** How far it is. */
  status: LegalAidStatus;
};

/** A page of legal-aid cases. */
export type LegalAidCaseConnection = {
  /** The legal-aid cases with their cursors. */
  edges: Array<LegalAidCaseEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A legal-aid case in a page. */
export type LegalAidCaseEdge = {
  /** The cursor of this legal-aid case. */
  cursor: Scalars['String']['output'];
  /** The legal-aid case. */
  node: LegalAidCase;
};

/** Which legal-aid cases; all conditions must hold. */
export type LegalAidCaseFilter = {
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<LegalAidStatus>>;
};

/** What legal aid is applied for 援助事项 (Legal Aid Law art. 25, 31 and 32). */
export type LegalAidMatter =
  /** Acting for the victim of a crime 被害人代理. */
  | 'CRIME_VICTIM'
  /** Defence in a criminal case 刑事辩护. */
  | 'CRIMINAL_DEFENCE'
  /** Domestic violence, abuse or abandonment 家庭暴力、虐待、遗弃. */
  | 'DOMESTIC_VIOLENCE'
  /** Damage by pollution 环境污染、生态破坏. */
  | 'ENVIRONMENT'
  /** Employment and pay 劳动关系、劳动报酬. */
  | 'LABOUR'
  /** Support of parents, children or a spouse 赡养费、抚养费、扶养费. */
  | 'MAINTENANCE'
  /** Anything else 其他. */
  | 'OTHER'
  /** Injury at work, on the road, by food, drugs or treatment 人身损害赔偿. */
  | 'PERSONAL_INJURY'
  /** Social insurance, relief or pensions for survivors 社会保险、社会救助、抚恤金. */
  | 'SOCIAL_SECURITY'
  /** State compensation 国家赔偿. */
  | 'STATE_COMPENSATION';

/** How far legal aid is 法律援助状态. */
export type LegalAidStatus =
  /** Applied for 已申请. */
  | 'APPLIED'
  /** Approved 准予援助. */
  | 'APPROVED'
  /** Assigned to a lawyer 已指派. */
  | 'ASSIGNED'
  /** Concluded 已办结. */
  | 'CONCLUDED'
  /** Refused 不予援助. */
  | 'REFUSED';

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

/** A dispute before a people's mediator 人民调解. */
export type Mediation = {
  /** When it was accepted 受理; the 24 hours to assign it begin. */
  acceptedAt: Scalars['DateTime']['output'];
  /** What the parties agreed 调解协议; null where there is no agreement, or none on record. */
  agreement?: Maybe<MediationAgreement>;
  /** What was agreed to be paid, in CNY; null where there is no agreement or none about money. */
  agreementAmount?: Maybe<Scalars['Money']['output']>;
  /** When it was assigned to an organisation 分派; null before. */
  assignedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the viewer can do with it now: the names of mutations; empty for people of other agencies. */
  availableActions: Array<Scalars['String']['output']>;
  /** The case of the register; null where the dispute belongs to none. */
  case?: Maybe<Case>;
  /** When it ended, by an agreement or without 办结; null before. Resolution time 化解时长 is counted from `acceptedAt` to here. */
  concludedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the dispute is about 纠纷类型. */
  disputeKind: DisputeKind;
  /** Why it ended without an agreement 调解不成原因; null where it did not, or no reason is on record. The justice bureau only. */
  failureReason?: Maybe<Scalars['String']['output']>;
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** The newest application to have its agreement confirmed by a court 司法确认申请; null where there was none. */
  judicialConfirmation?: Maybe<ConfirmationApplication>;
  /** The mediator who handles it; null before one does and where the mediator's organisation is outside the viewer's region. */
  mediator?: Maybe<Mediator>;
  /** The bureau's own number of the mediation 调解编号. */
  number: Scalars['String']['output'];
  /** The organisation that it was assigned to; null before assignment and where the organisation is outside the viewer's region. */
  organisation?: Maybe<MediationOrganisation>;
  /** The parties 当事人 in the order in which they were recorded, the applicant first. */
  parties?: Maybe<Array<Person>>;
  /** The referral that it was accepted under; null where the parties came themselves, and for other agencies. */
  referral?: Maybe<Referral>;
  /** The region where the dispute was accepted. */
  region?: Maybe<Region>;
  /** Its sessions 调解笔录, oldest first; the justice bureau only. */
  sessions?: Maybe<Array<MediationSession>>;
  /** Where the dispute came from 纠纷来源. */
  source: MediationSource;
  /** How far it is. */
  status: MediationStatus;
  /** The version, for `expectedVersion`. */
  version: Scalars['Int']['output'];
};


/** A dispute before a people's mediator 人民调解. */
export type MediationPartiesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A dispute before a people's mediator 人民调解. */
export type MediationSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A mediation agreement 调解协议书 (People's Mediation Law art. 28 and 29). */
export type MediationAgreement = {
  /** What the parties agreed. */
  content: Scalars['String']['output'];
  /** The last day of performance; null where it was performed at once. */
  performBy?: Maybe<Scalars['Date']['output']>;
  /** When it was signed; the 30 days for a joint application for judicial confirmation begin. */
  signedAt: Scalars['DateTime']['output'];
};

/** A page of mediations. */
export type MediationConnection = {
  /** The mediations with their cursors. */
  edges: Array<MediationEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A mediation in a page. */
export type MediationEdge = {
  /** The cursor of this mediation. */
  cursor: Scalars['String']['output'];
  /** The mediation. */
  node: Mediation;
};

/** Which mediations; all conditions must hold. */
export type MediationFilter = {
  /** Accepted at or after. */
  acceptedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Accepted before. */
  acceptedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** From one of these sources. */
  source?: InputMaybe<Array<MediationSource>>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<MediationStatus>>;
};

/** An organisation that mediates 调解组织. */
export type MediationOrganisation = {
  /** The bureau's own code of the organisation 调解组织编码. */
  code: Scalars['String']['output'];
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** What kind it is. */
  kind: MediationOrganisationKind;
  /** Its name. */
  name: Scalars['String']['output'];
  /** The region that it works in. */
  region?: Maybe<Region>;
};

/** A page of mediation organisations. */
export type MediationOrganisationConnection = {
  /** The organisations with their cursors. */
  edges: Array<MediationOrganisationEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A mediation organisation in a page. */
export type MediationOrganisationEdge = {
  /** The cursor of this organisation. */
  cursor: Scalars['String']['output'];
  /** The organisation. */
  node: MediationOrganisation;
};

/** Which organisations; all conditions must hold. */
export type MediationOrganisationFilter = {
  /** Of one of these kinds. */
  kind?: InputMaybe<Array<MediationOrganisationKind>>;
  /** Of this region and below. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
};

/** What kind of organisation mediates 调解组织类型. */
export type MediationOrganisationKind =
  /** Studio under a mediator's name 品牌调解工作室. */
  | 'BRAND_STUDIO'
  /** Dispute centre of a city 市级矛盾纠纷调解中心. */
  | 'CITY_CENTRE'
  /** People's mediation committee of a village, a community or an enterprise 人民调解委员会. */
  | 'COMMITTEE'
  /** Dispute centre of a county or district 区县级矛盾纠纷调解中心. */
  | 'DISTRICT_CENTRE'
  /** Studio at a police station 驻所调解室（警调对接）. */
  | 'POLICE_STUDIO'
  /** Sectoral or professional organisation 行业性、专业性调解组织. */
  | 'SECTORAL'
  /** Dispute centre of a town or subdistrict 乡镇（街道）矛盾纠纷调解中心. */
  | 'TOWN_CENTRE';

/** What came of it. */
export type MediationPayload = {
  /** The mediation; null where there are problems. */
  mediation?: Maybe<Mediation>;
  /** Why nothing was changed; empty where it was done. */
  problems: Array<Problem>;
};

/** A dispute as the police handed it over 警调对接. */
export type MediationRequest = {
  /** What the dispute is about. */
  disputeKind: DisputeKind;
  /** The number of the police's incident 接警编号. */
  incidentNumber: Scalars['String']['output'];
  /** What the officer added; null where nothing was. */
  note?: Maybe<Scalars['String']['output']>;
  /** The parties in the order in which the police recorded them. */
  parties: Array<MediationRequestParty>;
  /** When it arrived; the 24 hours to assign it begin. */
  receivedAt: Scalars['DateTime']['output'];
  /** What happened, in the officer's words. */
  summary: Scalars['String']['output'];
};

/** A party as the police recorded it. */
export type MediationRequestParty = {
  /** The resident identity number, masked: its region only. */
  idNumber: Scalars['String']['output'];
  /** The name. */
  name: Scalars['String']['output'];
  /** The telephone number; null where none is known. */
  phone?: Maybe<Scalars['PhoneNumber']['output']>;
};

/** A session of a mediation 调解笔录. */
export type MediationSession = {
  /** When it was held 调解时间. */
  heldAt: Scalars['DateTime']['output'];
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** What was said 调解情况; null where nothing was noted. */
  note?: Maybe<Scalars['String']['output']>;
  /** Who took part 参加人, in the mediator's words. */
  participants: Scalars['String']['output'];
  /** Where it was held 调解地点. */
  place: Scalars['String']['output'];
};

/** Where a dispute came from 纠纷来源. */
export type MediationSource =
  /** A court, which appoints or entrusts 委派、委托调解. */
  | 'COURT'
  /** The citizens' hotline 12345 热线转办. */
  | 'HOTLINE_12345'
  /** The public legal service hotline 12348 热线. */
  | 'HOTLINE_12348'
  /** A labour arbitration commission 劳动仲裁. */
  | 'LABOUR_ARBITRATION'
  /** The parties came themselves 现场受理. */
  | 'ONSITE'
  /** The police 警调对接. */
  | 'POLICE'
  /** The prosecutors, for reconciliation in a criminal case 刑事和解. */
  | 'PROSECUTORS'
  /** The public legal service web site 12348 网站. */
  | 'WEB_12348';

/** How far a mediation is 调解状态. */
export type MediationStatus =
  /** Accepted, not yet assigned 已受理. */
  | 'ACCEPTED'
  /** Ended by an agreement 调解成功. */
  | 'AGREED'
  /** Assigned to an organisation 已分派. */
  | 'ASSIGNED'
  /** Ended without an agreement 调解不成. */
  | 'FAILED'
  /** Being mediated 调解中. */
  | 'IN_PROGRESS'
  /** Taken back by the parties 已撤回. */
  | 'WITHDRAWN';

/** A people's mediator 人民调解员. */
export type Mediator = {
  /** Whether full time 专职. */
  fullTime: Scalars['Boolean']['output'];
  /** Global id (UUIDv7). */
  id: Scalars['ID']['output'];
  /** The mediator's name; mediating is a public function. */
  name: Scalars['String']['output'];
  /** The organisation that the mediator belongs to. */
  organisation: MediationOrganisation;
};

export type Mutation = {
  /**
   * Accept a dispute that the police handed over 警调对接, and assign it 受理并分派 to an organisation and a mediator: within 24 hours of its arrival. A
   * mediation begins.
   */
  acceptMediation: MediationPayload;
  /** Hand an agreement to the court for judicial confirmation 申请司法确认, on the joint application of all parties within 30 days of its coming into force. */
  applyForJudicialConfirmation: ApplyForJudicialConfirmationPayload;
  /** Conclude a mediation by an agreement or without 调解结案; the result goes back to the agency that handed the dispute over. */
  concludeMediation: MediationPayload;
  /**
   * Take a step of a referral that carries no data of its own 移送步骤: withdraw, return, acknowledge and the like. `availableActions` of the agency's own
   * side lists the steps that are possible now.
   */
  justiceReferralStep: ReferralStepPayload;
  /** Record a session of a mediation 调解笔录; the first one begins the work. */
  recordMediationSession: MediationPayload;
};


export type MutationAcceptMediationArgs = {
  input: AcceptMediationInput;
};


export type MutationApplyForJudicialConfirmationArgs = {
  input: ApplyForJudicialConfirmationInput;
};


export type MutationConcludeMediationArgs = {
  input: ConcludeMediationInput;
};


export type MutationJusticeReferralStepArgs = {
  input: ReferralStepInput;
};


export type MutationRecordMediationSessionArgs = {
  input: RecordMediationSessionInput;
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
  /** Legal-aid cases in which this person is the applicant, newest first; none for the hub's own users. */
  legalAidCases?: Maybe<Array<LegalAidCase>>;
  /** Mediations that this person is a party of, newest first; none for the hub's own users. */
  mediations?: Maybe<Array<Mediation>>;
  /** HMAC of the identity number under a key that only agencies hold: the gateway joins by it, and no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** A person, joined by token; nobody owns it. */
export type PersonLegalAidCasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person, joined by token; nobody owns it. */
export type PersonMediationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReaders = {
  /** Readings of the records of this agency 司法局 on the person, newest first; auditors only. */
  justice?: Maybe<Array<Disclosure>>;
  /** The person's token; no client can ask for it. */
  token: Scalars['ID']['output'];
};


/** Who has read what is held on a person 个人信息查询记录, for the data-protection officer. */
export type PersonReadersJusticeArgs = {
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
  /** Legal-aid cases 法律援助 of the viewer's region, newest first; the justice bureau only, an empty page for others. */
  legalAidCases: LegalAidCaseConnection;
  /** A mediation by its id 人民调解; null where there is none that the viewer may see. The justice bureau only. */
  mediation?: Maybe<Mediation>;
  /** Mediation organisations 调解组织 of the viewer's region, newest first; the justice bureau only, others read them by `Region.mediationOrganisations`. */
  mediationOrganisations: MediationOrganisationConnection;
  /** Mediations of the viewer's region, newest first; the justice bureau only, an empty page for others. */
  mediations: MediationConnection;
};


export type QueryLegalAidCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LegalAidCaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMediationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMediationOrganisationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MediationOrganisationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMediationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MediationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A session of a mediation. */
export type RecordMediationSessionInput = {
  /** The version of the mediation that the caller has seen. */
  expectedVersion: Scalars['Int']['input'];
  /** When it was held; not in the future. */
  heldAt: Scalars['DateTime']['input'];
  /** Chosen by the caller: the same key gives the same answer again. */
  idempotencyKey: Scalars['String']['input'];
  /** The mediation. */
  mediationId: Scalars['ID']['input'];
  /** What was said; at most 4,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Who took part; at most 500 characters. */
  participants: Scalars['String']['input'];
  /** Where; at most 200 characters. */
  place: Scalars['String']['input'];
};

/** A handing over from one agency to another 移送, as the exchange's ledger has it. */
export type Referral = {
  /** Global id of the referral. */
  id: Scalars['ID']['output'];
  /** The justice bureau's own side of the referral; null where it has none. */
  justiceSide?: Maybe<ReferralSide>;
  /** The mediation that was accepted under it; null before. The justice bureau only. */
  mediation?: Maybe<Mediation>;
  /** The dispute as the police handed it over; null where the referral is about none. The justice bureau only. */
  mediationRequest?: Maybe<MediationRequest>;
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
  /** Mediation organisations of exactly this region, by code; none for the hub's own users. */
  mediationOrganisations?: Maybe<Array<MediationOrganisation>>;
};


/** A region 行政区划 (GB/T 2260). */
export type RegionMediationOrganisationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
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
  Case: Case;
  LegalAidCase: LegalAidCase;
  Mediation: Mediation;
  MediationOrganisation: MediationOrganisation;
  Mediator: Mediator;
  Person: Person;
  PersonReaders: PersonReaders;
  Referral: Referral;
  Region: Region;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Case:
    ( { __typename: 'Case' }
    & GraphQLRecursivePick<FederationTypes['Case'], {"id":true}> );
  LegalAidCase:
    ( { __typename: 'LegalAidCase' }
    & GraphQLRecursivePick<FederationTypes['LegalAidCase'], {"id":true}> );
  Mediation:
    ( { __typename: 'Mediation' }
    & GraphQLRecursivePick<FederationTypes['Mediation'], {"id":true}> );
  MediationOrganisation:
    ( { __typename: 'MediationOrganisation' }
    & GraphQLRecursivePick<FederationTypes['MediationOrganisation'], {"id":true}> );
  Mediator:
    ( { __typename: 'Mediator' }
    & GraphQLRecursivePick<FederationTypes['Mediator'], {"id":true}> );
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
  AcceptMediationInput: AcceptMediationInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AgencyCode: ResolverTypeWrapper<Scalars['AgencyCode']['output']>;
  AgreementInput: AgreementInput;
  ApplyForJudicialConfirmationInput: ApplyForJudicialConfirmationInput;
  ApplyForJudicialConfirmationPayload: ResolverTypeWrapper<Omit<ApplyForJudicialConfirmationPayload, 'mediation' | 'problems'> & { mediation?: Maybe<ResolversTypes['Mediation']>, problems: Array<ResolversTypes['Problem']> }>;
  Case: ResolverTypeWrapper<CaseReference>;
  CaseNumber: ResolverTypeWrapper<Scalars['CaseNumber']['output']>;
  ConcludeMediationInput: ConcludeMediationInput;
  ConfirmationApplication: ResolverTypeWrapper<ConfirmationApplicationRecord>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeliveryStatus: DeliveryStatus;
  Disclosure: ResolverTypeWrapper<DisclosureRecord>;
  DisputeKind: DisputeKind;
  InvalidInput: ResolverTypeWrapper<ProblemData>;
  JudicialConfirmationStatus: JudicialConfirmationStatus;
  LegalAidCase: ResolverTypeWrapper<LegalAidCaseRecord>;
  LegalAidCaseConnection: ResolverTypeWrapper<Omit<LegalAidCaseConnection, 'edges'> & { edges: Array<ResolversTypes['LegalAidCaseEdge']> }>;
  LegalAidCaseEdge: ResolverTypeWrapper<Omit<LegalAidCaseEdge, 'node'> & { node: ResolversTypes['LegalAidCase'] }>;
  LegalAidCaseFilter: LegalAidCaseFilter;
  LegalAidMatter: LegalAidMatter;
  LegalAidStatus: LegalAidStatus;
  Mask: Mask;
  Mediation: ResolverTypeWrapper<MediationRecord>;
  MediationAgreement: ResolverTypeWrapper<MediationAgreement>;
  MediationConnection: ResolverTypeWrapper<Omit<MediationConnection, 'edges'> & { edges: Array<ResolversTypes['MediationEdge']> }>;
  MediationEdge: ResolverTypeWrapper<Omit<MediationEdge, 'node'> & { node: ResolversTypes['Mediation'] }>;
  MediationFilter: MediationFilter;
  MediationOrganisation: ResolverTypeWrapper<MediationOrganisationRecord>;
  MediationOrganisationConnection: ResolverTypeWrapper<Omit<MediationOrganisationConnection, 'edges'> & { edges: Array<ResolversTypes['MediationOrganisationEdge']> }>;
  MediationOrganisationEdge: ResolverTypeWrapper<Omit<MediationOrganisationEdge, 'node'> & { node: ResolversTypes['MediationOrganisation'] }>;
  MediationOrganisationFilter: MediationOrganisationFilter;
  MediationOrganisationKind: MediationOrganisationKind;
  MediationPayload: ResolverTypeWrapper<Omit<MediationPayload, 'mediation' | 'problems'> & { mediation?: Maybe<ResolversTypes['Mediation']>, problems: Array<ResolversTypes['Problem']> }>;
  MediationRequest: ResolverTypeWrapper<MediationRequestRecord>;
  MediationRequestParty: ResolverTypeWrapper<MediationRequestParty>;
  MediationSession: ResolverTypeWrapper<MediationSessionRecord>;
  MediationSource: MediationSource;
  MediationStatus: MediationStatus;
  Mediator: ResolverTypeWrapper<MediatorRecord>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
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
  RecordMediationSessionInput: RecordMediationSessionInput;
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
  TransitionConflict: ResolverTypeWrapper<ProblemData>;
  WithdrawalOutcome: WithdrawalOutcome;
  WithdrawalRequest: ResolverTypeWrapper<WithdrawalRequestRecord>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptMediationInput: AcceptMediationInput;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AgencyCode: Scalars['AgencyCode']['output'];
  AgreementInput: AgreementInput;
  ApplyForJudicialConfirmationInput: ApplyForJudicialConfirmationInput;
  ApplyForJudicialConfirmationPayload: Omit<ApplyForJudicialConfirmationPayload, 'mediation' | 'problems'> & { mediation?: Maybe<ResolversParentTypes['Mediation']>, problems: Array<ResolversParentTypes['Problem']> };
  Case: CaseReference;
  CaseNumber: Scalars['CaseNumber']['output'];
  ConcludeMediationInput: ConcludeMediationInput;
  ConfirmationApplication: ConfirmationApplicationRecord;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Disclosure: DisclosureRecord;
  InvalidInput: ProblemData;
  LegalAidCase: LegalAidCaseRecord;
  LegalAidCaseConnection: Omit<LegalAidCaseConnection, 'edges'> & { edges: Array<ResolversParentTypes['LegalAidCaseEdge']> };
  LegalAidCaseEdge: Omit<LegalAidCaseEdge, 'node'> & { node: ResolversParentTypes['LegalAidCase'] };
  LegalAidCaseFilter: LegalAidCaseFilter;
  Mediation: MediationRecord;
  MediationAgreement: MediationAgreement;
  MediationConnection: Omit<MediationConnection, 'edges'> & { edges: Array<ResolversParentTypes['MediationEdge']> };
  MediationEdge: Omit<MediationEdge, 'node'> & { node: ResolversParentTypes['Mediation'] };
  MediationFilter: MediationFilter;
  MediationOrganisation: MediationOrganisationRecord;
  MediationOrganisationConnection: Omit<MediationOrganisationConnection, 'edges'> & { edges: Array<ResolversParentTypes['MediationOrganisationEdge']> };
  MediationOrganisationEdge: Omit<MediationOrganisationEdge, 'node'> & { node: ResolversParentTypes['MediationOrganisation'] };
  MediationOrganisationFilter: MediationOrganisationFilter;
  MediationPayload: Omit<MediationPayload, 'mediation' | 'problems'> & { mediation?: Maybe<ResolversParentTypes['Mediation']>, problems: Array<ResolversParentTypes['Problem']> };
  MediationRequest: MediationRequestRecord;
  MediationRequestParty: MediationRequestParty;
  MediationSession: MediationSessionRecord;
  Mediator: MediatorRecord;
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
  RecordMediationSessionInput: RecordMediationSessionInput;
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

export type ApplyForJudicialConfirmationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyForJudicialConfirmationPayload'] = ResolversParentTypes['ApplyForJudicialConfirmationPayload']> = {
  mediation?: Resolver<Maybe<ResolversTypes['Mediation']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type CaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'], FederationReferenceType extends FederationReferenceTypes['Case'] = FederationReferenceTypes['Case']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Case']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  legalAidCases?: Resolver<Maybe<Array<ResolversTypes['LegalAidCase']>>, ParentType, ContextType, RequireFields<CaseLegalAidCasesArgs, 'first'>>;
  mediations?: Resolver<Maybe<Array<ResolversTypes['Mediation']>>, ParentType, ContextType, RequireFields<CaseMediationsArgs, 'first'>>;
};

export interface CaseNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CaseNumber'], any> {
  name: 'CaseNumber';
}

export type ConfirmationApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmationApplication'] = ResolversParentTypes['ConfirmationApplication']> = {
  appliedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  documents?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['CaseNumber']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  ruledOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JudicialConfirmationStatus'], ParentType, ContextType>;
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

export type LegalAidCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalAidCase'] = ResolversParentTypes['LegalAidCase'], FederationReferenceType extends FederationReferenceTypes['LegalAidCase'] = FederationReferenceTypes['LegalAidCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LegalAidCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  appliedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['LegalAidMatter']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LegalAidStatus'], ParentType, ContextType>;
};

export type LegalAidCaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalAidCaseConnection'] = ResolversParentTypes['LegalAidCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LegalAidCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LegalAidCaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalAidCaseEdge'] = ResolversParentTypes['LegalAidCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LegalAidCase'], ParentType, ContextType>;
};

export type MediationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mediation'] = ResolversParentTypes['Mediation'], FederationReferenceType extends FederationReferenceTypes['Mediation'] = FederationReferenceTypes['Mediation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Mediation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acceptedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  agreement?: Resolver<Maybe<ResolversTypes['MediationAgreement']>, ParentType, ContextType>;
  agreementAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  assignedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  concludedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  disputeKind?: Resolver<ResolversTypes['DisputeKind'], ParentType, ContextType>;
  failureReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  judicialConfirmation?: Resolver<Maybe<ResolversTypes['ConfirmationApplication']>, ParentType, ContextType>;
  mediator?: Resolver<Maybe<ResolversTypes['Mediator']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['MediationOrganisation']>, ParentType, ContextType>;
  parties?: Resolver<Maybe<Array<ResolversTypes['Person']>>, ParentType, ContextType, RequireFields<MediationPartiesArgs, 'first'>>;
  referral?: Resolver<Maybe<ResolversTypes['Referral']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<Array<ResolversTypes['MediationSession']>>, ParentType, ContextType, RequireFields<MediationSessionsArgs, 'first'>>;
  source?: Resolver<ResolversTypes['MediationSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MediationStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MediationAgreementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediationAgreement'] = ResolversParentTypes['MediationAgreement']> = {
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  performBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MediationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediationConnection'] = ResolversParentTypes['MediationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MediationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MediationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediationEdge'] = ResolversParentTypes['MediationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Mediation'], ParentType, ContextType>;
};

export type MediationOrganisationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediationOrganisation'] = ResolversParentTypes['MediationOrganisation'], FederationReferenceType extends FederationReferenceTypes['MediationOrganisation'] = FederationReferenceTypes['MediationOrganisation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MediationOrganisation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MediationOrganisationKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
};

export type MediationOrganisationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediationOrganisationConnection'] = ResolversParentTypes['MediationOrganisationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MediationOrganisationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MediationOrganisationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediationOrganisationEdge'] = ResolversParentTypes['MediationOrganisationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MediationOrganisation'], ParentType, ContextType>;
};

export type MediationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediationPayload'] = ResolversParentTypes['MediationPayload']> = {
  mediation?: Resolver<Maybe<ResolversTypes['Mediation']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type MediationRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediationRequest'] = ResolversParentTypes['MediationRequest']> = {
  disputeKind?: Resolver<ResolversTypes['DisputeKind'], ParentType, ContextType>;
  incidentNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parties?: Resolver<Array<ResolversTypes['MediationRequestParty']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MediationRequestPartyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediationRequestParty'] = ResolversParentTypes['MediationRequestParty']> = {
  idNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
};

export type MediationSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MediationSession'] = ResolversParentTypes['MediationSession']> = {
  heldAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  participants?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MediatorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mediator'] = ResolversParentTypes['Mediator'], FederationReferenceType extends FederationReferenceTypes['Mediator'] = FederationReferenceTypes['Mediator']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Mediator']> | FederationReferenceType, FederationReferenceType, ContextType>;
  fullTime?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['MediationOrganisation'], ParentType, ContextType>;
};

export interface MoneyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Money'], any> {
  name: 'Money';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptMediation?: Resolver<ResolversTypes['MediationPayload'], ParentType, ContextType, RequireFields<MutationAcceptMediationArgs, 'input'>>;
  applyForJudicialConfirmation?: Resolver<ResolversTypes['ApplyForJudicialConfirmationPayload'], ParentType, ContextType, RequireFields<MutationApplyForJudicialConfirmationArgs, 'input'>>;
  concludeMediation?: Resolver<ResolversTypes['MediationPayload'], ParentType, ContextType, RequireFields<MutationConcludeMediationArgs, 'input'>>;
  justiceReferralStep?: Resolver<ResolversTypes['ReferralStepPayload'], ParentType, ContextType, RequireFields<MutationJusticeReferralStepArgs, 'input'>>;
  recordMediationSession?: Resolver<ResolversTypes['MediationPayload'], ParentType, ContextType, RequireFields<MutationRecordMediationSessionArgs, 'input'>>;
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
  legalAidCases?: Resolver<Maybe<Array<ResolversTypes['LegalAidCase']>>, ParentType, ContextType, RequireFields<PersonLegalAidCasesArgs, 'first'>>;
  mediations?: Resolver<Maybe<Array<ResolversTypes['Mediation']>>, ParentType, ContextType, RequireFields<PersonMediationsArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PersonNameScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PersonName'], any> {
  name: 'PersonName';
}

export type PersonReadersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonReaders'] = ResolversParentTypes['PersonReaders'], FederationReferenceType extends FederationReferenceTypes['PersonReaders'] = FederationReferenceTypes['PersonReaders']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PersonReaders']> | FederationReferenceType, FederationReferenceType, ContextType>;
  justice?: Resolver<Maybe<Array<ResolversTypes['Disclosure']>>, ParentType, ContextType, RequireFields<PersonReadersJusticeArgs, 'first'>>;
  token?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotPermitted' | 'TransitionConflict', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  legalAidCases?: Resolver<ResolversTypes['LegalAidCaseConnection'], ParentType, ContextType, RequireFields<QueryLegalAidCasesArgs, 'first'>>;
  mediation?: Resolver<Maybe<ResolversTypes['Mediation']>, ParentType, ContextType, RequireFields<QueryMediationArgs, 'id'>>;
  mediationOrganisations?: Resolver<ResolversTypes['MediationOrganisationConnection'], ParentType, ContextType, RequireFields<QueryMediationOrganisationsArgs, 'first'>>;
  mediations?: Resolver<ResolversTypes['MediationConnection'], ParentType, ContextType, RequireFields<QueryMediationsArgs, 'first'>>;
};

export type ReferralResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Referral'] = ResolversParentTypes['Referral'], FederationReferenceType extends FederationReferenceTypes['Referral'] = FederationReferenceTypes['Referral']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Referral']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  justiceSide?: Resolver<Maybe<ResolversTypes['ReferralSide']>, ParentType, ContextType>;
  mediation?: Resolver<Maybe<ResolversTypes['Mediation']>, ParentType, ContextType>;
  mediationRequest?: Resolver<Maybe<ResolversTypes['MediationRequest']>, ParentType, ContextType>;
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
  mediationOrganisations?: Resolver<Maybe<Array<ResolversTypes['MediationOrganisation']>>, ParentType, ContextType, RequireFields<RegionMediationOrganisationsArgs, 'first'>>;
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
  ApplyForJudicialConfirmationPayload?: ApplyForJudicialConfirmationPayloadResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  CaseNumber?: GraphQLScalarType;
  ConfirmationApplication?: ConfirmationApplicationResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Disclosure?: DisclosureResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  LegalAidCase?: LegalAidCaseResolvers<ContextType>;
  LegalAidCaseConnection?: LegalAidCaseConnectionResolvers<ContextType>;
  LegalAidCaseEdge?: LegalAidCaseEdgeResolvers<ContextType>;
  Mediation?: MediationResolvers<ContextType>;
  MediationAgreement?: MediationAgreementResolvers<ContextType>;
  MediationConnection?: MediationConnectionResolvers<ContextType>;
  MediationEdge?: MediationEdgeResolvers<ContextType>;
  MediationOrganisation?: MediationOrganisationResolvers<ContextType>;
  MediationOrganisationConnection?: MediationOrganisationConnectionResolvers<ContextType>;
  MediationOrganisationEdge?: MediationOrganisationEdgeResolvers<ContextType>;
  MediationPayload?: MediationPayloadResolvers<ContextType>;
  MediationRequest?: MediationRequestResolvers<ContextType>;
  MediationRequestParty?: MediationRequestPartyResolvers<ContextType>;
  MediationSession?: MediationSessionResolvers<ContextType>;
  Mediator?: MediatorResolvers<ContextType>;
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

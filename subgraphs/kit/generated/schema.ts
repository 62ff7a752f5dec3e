export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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

/**
 * Which tags of `keywords.ts` make which metric. The first rule that holds decides; a count no rule holds for has no
 * metric. Rules are data: a new wording is a new keyword or a new line here.
 */

/** What a stretch of prose is about; carried from clause to clause, from the heading into its section. */
export type Topic =
  | 'disclosure' | 'applications' | 'reconsideration' | 'litigation' | 'disputes' | 'complaints' | 'proposals' | 'fees' | 'consultations' | 'training' | 'press' | 'interview' | 'foreign';

export interface MetricRule {
  metric: string;
  /** Tags that must stand in the label; `a|b` is either. */
  all: readonly string[];
  /** Tags that must not. */
  none?: readonly string[];
  units: ReadonlySet<string | null>;
  /** Units beside these where the noun is 信息 itself. */
  ofInformation?: ReadonlySet<string>;
  /** Where the label alone does not say it: the topic the clause, its sentence or its heading must have. */
  topic?: readonly (Topic | null)[];
  /** Set where an unknown word between verb and number does not change what is counted. */
  loose?: true;
  /** Topics of which the heading must have one. */
  heading?: readonly Topic[];
  /** Tags that the sentence up to the number must not name. */
  notBefore?: readonly string[];
  /** Tags that the whole sentence up to the number, or its headings, must name. */
  context?: readonly string[];
}

const units = (list: string): ReadonlySet<string | null> => new Set([null, ...list.split(' ')]);
const CASES = units('件 份 宗 起 例 件次 个 项 人次');
const REQUESTS = units('件 份 宗 起 例 件次 条 个 项 人次');
const INFORMATION = units('条 件 篇 则 条次');
/** Where the noun is 信息 itself: 公开政府信息305项. */
const OF_INFORMATION: ReadonlySet<string> = new Set(['项', '份', '件次', '批次']);
const DOCUMENTS = units('条 件 份 个 部 篇 项');
const TIMES = units('次 场 期 场次 期次 个 班');
const PEOPLE = units('人 人次 名 位');
const STAFF = units('人 名 位');
const MONEY: ReadonlySet<string | null> = new Set(['元', '万元', '亿元']);
const VISITS = units('次 人次 个 条次 点次');

/** Tags that say the label counts something of another kind than its rule speaks of. */
const OTHER_CASES = ['subset', 'rest', 'foreign', 'categoryWord', 'noApp', 'aboutApp', 'congress', 'consultative', 'bothProposals', 'consult', 'complaint', 'recon', 'lit', 'open', 'pending', 'lapsed', 'corrected', 'upheld', 'dismissed'] as const;
const NOT_TOTAL = ['vetting', 'online', 'subset', 'rest', 'categoryWord', 'column', 'followers', 'foreign', 'app', 'normative', 'regulations', 'otherDocuments', 'interpretation', 'complaint', 'consult', 'denied', 'visit', 'carriedOver', 'carriedForward', 'training', 'press', 'interview'] as const;

/** 结转 is said of applications alone, also where nothing before it says so. */
const ANY_OF_APPLICATIONS: readonly (Topic | null)[] = ['applications', 'disclosure', 'fees', 'training', null];

const application = (metric: string, tag: string, extra: Partial<MetricRule> = {}): MetricRule => ({
  metric: `applications.${metric}`, all: [tag], none: OTHER_CASES, units: CASES, topic: ['applications'], ...extra,
});

export const METRIC_RULES: readonly MetricRule[] = [
  { metric: 'proposals.total', all: ['bothProposals'], none: ['publish', 'proactive', 'proposalResult', 'app', 'categoryWord'], units: units('件 条 份 个 项'), loose: true },
  { metric: 'proposals.total', all: ['congress', 'consultative'], none: ['publish', 'proactive', 'proposalResult', 'app'], units: units('件 条 份 个 项') },
  { metric: 'proposals.congress', all: ['congress'], none: ['publish', 'proactive', 'proposalResult', 'consultative', 'app'], units: units('件 条 份 个 项'), loose: true },
  { metric: 'proposals.consultative', all: ['consultative'], none: ['publish', 'proactive', 'proposalResult', 'congress', 'app'], units: units('件 条 份 个 项'), loose: true },

  { metric: 'leaks', all: ['leak'], units: units('起 件 次 例'), loose: true },

  { metric: 'reconsideration.pending', all: ['pending'], none: ['lit', 'app', 'foreign'], units: CASES, topic: ['reconsideration'] },
  { metric: 'reconsideration.upheld', all: ['upheld'], none: ['lit', 'app', 'foreign', 'corrected', 'dismissed'], units: CASES, topic: ['reconsideration'] },
  { metric: 'reconsideration.corrected', all: ['corrected'], none: ['lit', 'app', 'foreign', 'upheld'], units: CASES, topic: ['reconsideration'] },
  { metric: 'reconsideration.other', all: ['otherResult'], none: ['lit', 'app', 'foreign'], units: CASES, topic: ['reconsideration'] },
  { metric: 'litigation.pending', all: ['pending'], none: ['recon', 'app', 'foreign'], units: CASES, topic: ['litigation'] },
  { metric: 'litigation.upheld', all: ['upheld|dismissed'], none: ['recon', 'app', 'foreign', 'corrected'], units: CASES, topic: ['litigation'] },
  { metric: 'litigation.corrected', all: ['corrected'], none: ['recon', 'app', 'foreign', 'upheld'], units: CASES, topic: ['litigation'] },
  { metric: 'litigation.other', all: ['otherResult'], none: ['recon', 'app', 'foreign'], units: CASES, topic: ['litigation'] },
  { metric: 'reconsideration.total', all: ['recon'], none: ['lit', 'complaint', 'foreign', 'review', 'closed', 'replied', 'noComplaint'], units: CASES },
  { metric: 'litigation.total', all: ['lit'], none: ['recon', 'complaint', 'foreign', 'review', 'closed', 'replied', 'noComplaint'], units: CASES },
  { metric: 'reconsideration.total', all: ['recon', 'review'], none: ['lit', 'complaint', 'foreign'], units: CASES, context: ['gi', 'app'] },
  { metric: 'litigation.total', all: ['lit', 'review'], none: ['recon', 'complaint', 'foreign'], units: CASES, context: ['gi', 'app'] },
  { metric: 'reconsideration.total', all: ['recv'], none: ['app', 'complaint', 'foreign', 'consult', 'noApp', 'aboutApp', 'lit', 'noComplaint'], units: CASES, topic: ['reconsideration'] },
  { metric: 'litigation.total', all: ['recv'], none: ['app', 'complaint', 'foreign', 'consult', 'noApp', 'aboutApp', 'recon', 'noComplaint'], units: CASES, topic: ['litigation'] },

  { metric: 'complaints', all: ['complaint'], none: ['recon', 'lit', 'consult', 'foreign', 'transferred', 'app', 'closed', 'replied', 'verb'], units: REQUESTS, context: ['gi', 'app', 'recon', 'lit'] },
  { metric: 'complaints', all: ['complaint'], none: ['recon', 'lit', 'consult', 'foreign', 'transferred', 'app', 'closed', 'replied', 'verb'], units: REQUESTS, heading: ['complaints', 'disputes', 'reconsideration', 'litigation'] },
  { metric: 'consultations', all: ['consult'], none: ['categoryWord', 'complaint', 'foreign', 'noConsult', 'app', 'recon', 'lit', 'replied', 'closed', 'respond'], units: units('件 次 人次 条 人 个 例 起 批次 通 件次'), loose: true },

  { metric: 'fees', all: ['fee'], none: ['noFee', 'stateFee', 'waiver', 'foreign'], notBefore: ['stateFee'], units: MONEY },
  { metric: 'resources.funding', all: ['funding'], none: ['foreign'], units: MONEY, loose: true },

  { metric: 'applications.received.total', all: ['carriedOver', 'recv', 'app|request'], none: ['closed', 'replied'], units: new Set() },
  application('carriedOver', 'carriedOver', { topic: [...ANY_OF_APPLICATIONS], units: REQUESTS }),
  application('carriedForward', 'carriedForward', { topic: [...ANY_OF_APPLICATIONS], units: REQUESTS }),
  application('replied.denied.stateSecret', 'stateSecret'),
  application('replied.denied.tradeSecret', 'tradeSecret', { none: [...OTHER_CASES, 'privacy'] }),
  application('replied.denied.privacy', 'privacy', { none: [...OTHER_CASES, 'tradeSecret'] }),
  application('replied.denied.securityStability', 'security'),
  application('replied.denied.notGovernmentInformation', 'notInformation'),
  application('replied.denied.otherLegalGrounds', 'otherLegal'),
  application('replied.notThisAgency', 'notThisAgency', { none: [...OTHER_CASES, 'notExist'] }),
  application('replied.notExist', 'notExist', { none: [...OTHER_CASES, 'notThisAgency', 'unavailable'] }),
  application('replied.correctionRequired', 'correctionRequired'),
  application('replied.otherChannel', 'otherChannel'),
  application('replied.unavailable', 'unavailable', { none: [...OTHER_CASES, 'notProcessed', 'notExist'] }),
  application('replied.notProcessed', 'notProcessed', { none: [...OTHER_CASES, 'unavailable'] }),
  application('replied.otherHandling', 'otherHandling|withdrawn', { none: [...OTHER_CASES, 'unavailable', 'notProcessed'] }),
  application('replied.partiallyGranted', 'partial', { none: [...OTHER_CASES, 'granted', 'denied'] }),
  application('replied.denied.total', 'denied', { none: [...OTHER_CASES, 'granted', 'partial'] }),
  application('replied.granted', 'granted', { none: [...OTHER_CASES, 'denied', 'partial'] }),
  application('replied.granted', 'publish', { none: [...OTHER_CASES, 'denied', 'partial', 'information', 'app', 'gi', 'normative', 'regulations', 'otherDocuments', 'gazette', 'website', 'weibo', 'wechat', 'newMedia', 'otherWays', 'otherMedium', 'app2'], units: new Set(['件', '宗', '起']), heading: ['applications'] }),
  application('replied.alreadyPublic', 'alreadyPublic', { none: [...OTHER_CASES, 'denied', 'information'] }),
  application('closed.onTime', 'onTime'),
  application('closed.extended', 'extended', { topic: [...ANY_OF_APPLICATIONS] }),
  application('received.inPerson', 'inPerson', { units: REQUESTS, none: [...OTHER_CASES, 'fax', 'online', 'letter', 'email', 'closed', 'replied'], loose: true }),
  application('received.fax', 'fax', { units: REQUESTS, none: [...OTHER_CASES, 'inPerson', 'online', 'letter', 'email', 'closed', 'replied'], loose: true }),
  application('received.online', 'online', { units: REQUESTS, none: [...OTHER_CASES, 'fax', 'inPerson', 'letter', 'email', 'closed', 'replied', 'transferred'], loose: true }),
  application('received.letter', 'letter', { units: REQUESTS, none: [...OTHER_CASES, 'fax', 'online', 'inPerson', 'email', 'closed', 'replied'], loose: true }),
  application('received.email', 'email', { units: REQUESTS, none: [...OTHER_CASES, 'fax', 'online', 'letter', 'inPerson', 'closed', 'replied'], loose: true }),
  application('received.naturalPerson', 'naturalPerson', { none: [...OTHER_CASES, 'organization', 'closed', 'replied'] }),
  application('received.organizations', 'organization', { none: [...OTHER_CASES, 'naturalPerson', 'closed', 'replied'] }),
  application('closed.total', 'closed', { none: [...OTHER_CASES, 'deadline', 'recv', 'carriedOver', 'carriedForward', 'carry', 'orgKind'], units: REQUESTS }),
  application('replied.total', 'replied', { none: [...OTHER_CASES, 'deadline', 'recv', 'closed', 'carriedOver', 'carriedForward', 'carry', 'orgKind'], units: REQUESTS }),
  application('received.total', 'recv', { none: [...OTHER_CASES, 'closed', 'replied', 'carry', 'orgKind', 'information', 'review', 'website', 'wechat', 'newMedia', 'inPerson', 'fax', 'online', 'letter', 'email'], units: REQUESTS }),
  { metric: 'applications.received.total', all: ['app'], none: [...OTHER_CASES, 'closed', 'replied', 'carry', 'orgKind', 'publish', 'proactive', 'verb', 'review', 'hold'], units: units('件 份 宗 起 例 件次') },

  { metric: 'response.channels.pressConferencesByPrincipal', all: ['press', 'principal'], units: TIMES, loose: true },
  { metric: 'response.channels.pressConferences', all: ['press'], none: ['interview', 'foreignMeeting', 'respond', 'hotspot'], units: TIMES, loose: true },
  { metric: 'response.channels.onlineInterviewsByPrincipal', all: ['interview', 'principal'], units: TIMES, loose: true },
  { metric: 'response.channels.pressConferencesByPrincipal', all: ['principal'], units: TIMES, topic: ['press'] },
  { metric: 'response.channels.onlineInterviewsByPrincipal', all: ['principal'], units: TIMES, topic: ['interview'] },
  { metric: 'response.channels.onlineInterviews', all: ['interview'], none: ['press', 'respond', 'hotspot'], units: TIMES, loose: true },
  { metric: 'response.channels.socialMedia', all: ['socialResponse'], units: units('次 件 个 起') },
  { metric: 'response.channels.other', all: ['otherResponse'], units: units('次 件 个 起') },
  { metric: 'response.total', all: ['respond', 'hotspot'], none: ['complaint', 'foreign', 'consult', 'weibo', 'wechat', 'newMedia', 'interpretation'], units: units('次 件 个 起 条 件次') },
  { metric: 'response.channels.policyInterpretations', all: ['interpretation'], none: ['otherDocuments', 'normative', 'hold', 'training', 'categoryWord', 'column', 'website', 'weibo', 'wechat', 'newMedia', 'press'], units: units('篇 条 件 份 个') },

  { metric: 'training.trainees', all: ['staff'], none: ['foreignTraining', 'attend'], units: new Set(['人次']), topic: ['training'], loose: true },
  { metric: 'training.trainees', all: ['trainee|training'], none: ['foreignTraining', 'attend'], notBefore: ['foreignTraining'], units: PEOPLE },
  { metric: 'training.trainees', all: ['trainee|training', 'worker|correspondent'], none: ['foreignTraining', 'attend', 'partTime', 'fullTime'], notBefore: ['foreignTraining'], units: PEOPLE, loose: true },
  { metric: 'training.trainees', all: ['attendant'], none: ['foreignTraining', 'meeting', 'foreignMeeting'], notBefore: ['foreignTraining'], units: PEOPLE, topic: ['training'] },
  { metric: 'training.sessions', all: ['training'], none: ['foreignTraining', 'attend', 'meeting', 'trainee', 'future'], units: units('次 场 期 场次 期次 个 班') },
  { metric: 'training.meetings', all: ['meeting'], none: ['foreignMeeting', 'attend', 'press', 'training'], units: units('次 场 场次') },

  { metric: 'resources.staff.fullTime', all: ['fullTime'], none: ['partTime', 'correspondent'], units: STAFF },
  { metric: 'resources.staff.partTime', all: ['partTime'], none: ['fullTime', 'correspondent'], units: STAFF },
  { metric: 'resources.staff.total', all: ['wholeStaff'], units: STAFF, loose: true },
  { metric: 'resources.staff.total', all: ['staff'], none: ['fullTime', 'partTime'], units: STAFF },
  { metric: 'resources.readingPoints', all: ['readingPoint'], units: units('个 处 家'), loose: true },
  { metric: 'resources.agencies', all: ['agencyOffice'], units: units('个 家') },
  { metric: 'resources.agencies', all: ['agencyBare'], units: units('个 家'), context: ['gi', 'staff', 'fullTime'] },

  { metric: 'visits', all: ['visit'], none: ['foreignVisit', 'followers', 'mean'], units: VISITS, loose: true },

  { metric: 'disclosure.regulations', all: ['issue', 'regulations'], none: ['normative', 'otherDocuments', 'publish', 'proactive'], units: DOCUMENTS },
  { metric: 'disclosure.normativeDocumentsIssued', all: ['issue', 'normative'], none: ['regulations', 'otherDocuments', 'publish', 'proactive', 'verb', 'interpretation'], units: DOCUMENTS },
  { metric: 'disclosure.normativeDocuments', all: ['proactive|publish', 'normative'], none: ['regulations', 'otherDocuments', 'issue', 'verb', 'interpretation', 'gazette', 'website', 'weibo', 'wechat'], units: DOCUMENTS },
  ...channel('gazette', ['website', 'weibo', 'wechat', 'newMedia', 'otherWays', 'otherMedium', 'app2']),
  ...channel('website', ['gazette', 'weibo', 'wechat', 'newMedia', 'otherWays', 'otherMedium', 'app2']),
  ...channel('weibo', ['gazette', 'website', 'wechat', 'newMedia', 'otherWays', 'otherMedium', 'app2']),
  ...channel('wechat', ['gazette', 'website', 'weibo', 'newMedia', 'otherWays', 'otherMedium', 'app2']),
  ...channel('newMedia', ['gazette', 'website', 'otherWays', 'otherMedium']),
  { metric: 'disclosure.channels.newMedia', all: ['weibo', 'wechat', 'proactive|publish'], none: [...NOT_TOTAL, 'gazette', 'website', 'otherWays', 'otherMedium'], units: INFORMATION },
  { metric: 'disclosure.channels.newMedia', all: ['weibo', 'wechat'], none: [...NOT_TOTAL, 'gazette', 'website', 'otherWays', 'otherMedium', 'verb', 'recv', 'hold'], units: INFORMATION, topic: ['disclosure'] },
  ...channel('other', ['gazette', 'website', 'weibo', 'wechat', 'newMedia', 'app2'], 'otherWays'),
  { metric: 'disclosure.channels.other', all: ['otherMedium|readingPoint', 'proactive|publish'], none: [...NOT_TOTAL, 'gazette', 'website', 'weibo', 'wechat', 'newMedia', 'app2', 'recv', 'verb'], units: INFORMATION },
  { metric: 'disclosure.channels.other', all: ['otherMedium'], none: [...NOT_TOTAL, 'gazette', 'website', 'weibo', 'wechat', 'newMedia', 'app2', 'recv', 'verb', 'hold'], units: INFORMATION, topic: ['disclosure'] },
  { metric: 'disclosure.total', all: ['proactive'], none: [...NOT_TOTAL, 'otherMedium', 'app2', 'verb'], units: INFORMATION },
  { metric: 'disclosure.total', all: ['publish|proactive', 'information'], none: [...NOT_TOTAL, 'app2', 'verb', 'issue'], units: INFORMATION, ofInformation: OF_INFORMATION },
  { metric: 'disclosure.total', all: ['publish|proactive', 'information', 'app2', 'website'], none: [...NOT_TOTAL, 'verb', 'issue'], units: INFORMATION },
];

function channel(code: string, others: readonly string[], tag = code): MetricRule[] {
  return [
    { metric: `disclosure.channels.${code}`, all: [tag, 'proactive|publish'], none: [...NOT_TOTAL, ...others, 'recv'], units: INFORMATION, ofInformation: OF_INFORMATION },
    { metric: `disclosure.channels.${code}`, all: [tag], none: [...NOT_TOTAL, ...others, 'verb', 'recv', 'hold'], units: INFORMATION, topic: ['disclosure'] },
  ];
}

/** Tags that alone make a label a count of no metric. */
export const NO_METRIC: readonly string[] = ['several', 'row', 'undisclosed', 'instance', 'suitKind', 'difference', 'mean', 'share', 'waiver', 'followers'];

/** Tag -> topic it opens. */
export const TOPIC_OF_TAG: Readonly<Record<string, Topic>> = {
  app: 'applications', recon: 'reconsideration', lit: 'litigation', complaint: 'complaints', information: 'disclosure', proactive: 'disclosure',
  congress: 'proposals', consultative: 'proposals', bothProposals: 'proposals', fee: 'fees', consult: 'consultations', training: 'training', press: 'press', interview: 'interview', carriedOver: 'applications', carriedForward: 'applications',
  foreign: 'foreign', noApp: 'foreign', suitKind: 'foreign',
};

/** Topics that a section of this meaning gives its sentences. */
export const TOPIC_OF_SECTION: Readonly<Record<string, Topic>> = {
  applications: 'applications', disputes: 'disputes', proactiveDisclosure: 'disclosure', proposals: 'proposals', fees: 'fees', consultation: 'consultations',
};

/**
 * Tag -> metric that a stated zero of it makes (未收到…申请, 没有发生泄密). Tags of an application's channel count where
 * the sentence speaks of applications.
 */
export const ZERO_METRICS: Readonly<Record<string, string>> = {
  app: 'applications.received.total', request: 'applications.received.total', recon: 'reconsideration.total', lit: 'litigation.total', complaint: 'complaints',
  fee: 'fees', leak: 'leaks', consult: 'consultations', carriedOver: 'applications.carriedOver', carriedForward: 'applications.carriedForward',
  denied: 'applications.replied.denied.total', congress: 'proposals.congress', consultative: 'proposals.consultative', bothProposals: 'proposals.total',
  inPerson: 'applications.received.inPerson', fax: 'applications.received.fax', letter: 'applications.received.letter', email: 'applications.received.email',
  normative: 'disclosure.normativeDocumentsIssued', closed: 'applications.closed.total', replied: 'applications.replied.total', press: 'response.channels.pressConferences',
  interview: 'response.channels.onlineInterviews', extended: 'applications.closed.extended', fullTime: 'resources.staff.fullTime', partTime: 'resources.staff.partTime',
  regulations: 'disclosure.regulations', agencyOffice: 'resources.agencies', notProcessed: 'applications.replied.notProcessed', unavailable: 'applications.replied.unavailable',
  partial: 'applications.replied.partiallyGranted',
};

/** Metrics whose count opens a new whole: one of these is no part of another but where named here. */
export const WHOLES: Readonly<Record<string, readonly string[]>> = {
  'applications.received.total': [],
  'applications.closed.total': [],
  'applications.replied.total': ['applications.closed.total'],
  'applications.carriedForward': ['applications.received.total'],
  'reconsideration.total': [],
  'litigation.total': [],
  'complaints': [],
  'consultations': [],
  'visits': [],
  'fees': [],
  'training.sessions': [],
  'training.trainees': [],
  'training.meetings': [],
  'proposals.total': [],
};

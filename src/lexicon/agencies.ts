/** Words that names of public bodies are made of: endings by kind, relative and self references, short forms. */
import type { AGENCY_KINDS } from '../schema/report.ts';

export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** Endings of names, by kind. The longest ending that fits decides. */
export const AGENCY_ENDINGS: Readonly<Record<AgencyKind, readonly string[]>> = {
  government: [
    '人民政府', '政府', '行政公署', '街道办事处', '街办', '街道', '苏木', '镇', '乡', '省', '自治区', '自治州', '自治县', '市', '县', '区', '旗', '州', '盟',
    '区管理委员会', '区管委会', '园管理委员会', '园管委会', '城管理委员会', '城管委会', '港管理委员会', '兵团', '林区管委会',
    '景区管委会', '办事处', '东街', '西街', '南街', '北街', '湖街', '街',
  ],
  department: [
    '局', '厅', '部', '委', '委员会', '署', '办公厅', '办公室', '政府办', '党政办', '办', '海关', '总队', '支队', '大队', '法院', '检察院', '处',
    '税务所', '派出所', '司法所', '联合会', '工会', '总工会', '妇联', '残联', '科协', '文联', '工商联', '团委', '纪委', '监委', '市委', '县委', '区委', '协会',
    '供销社', '联社', '总社', '红十字会', '管理委员会', '管委会', '指挥部', '监管分局', '监管局', '供电局',
  ],
  institution: [
    '中心', '馆', '院', '所', '站', '台', '社', '队', '处', '服务中心', '研究院', '研究所', '科学院', '设计院', '疾控中心', '疾病预防控制中心', '血站', '中心血站',
    '福利院', '敬老院', '保护区', '管理处', '管理所', '管理站', '基金会', '出版社', '报社', '电视台', '剧院',
  ],
  enterprise: ['公司', '集团', '银行', '支行', '分行', '供电所', '水厂', '电厂'],
  school: ['大学', '中心校', '中心小学', '中心幼儿园', '九年一贯制学校', '学院', '学校', '中学', '小学', '幼儿园', '党校', '实验学校', '职教中心', '职业教育中心', '技校', '电大'],
  hospital: ['医院', '卫生院', '保健院', '保健所', '卫生服务中心', '妇幼保健计划生育服务中心', '防治院', '疗养院'],
};

/** First characters or words of a self reference (我局, 本机关, 全区, 各部门): such a phrase names nobody. */
export const SELF_REFERENCE =
  /^(?:我|本(?!溪)|全(?!州|椒|南)|该|各(?!庄)|贵[局厅委办院校镇乡区县](?!市|县)|其|上级|下级|有关|相关|基层|所属|直属)/;

/** Superiors whose rules every report cites; a body's preamble never means itself by them. */
export const CITED_SUPERIOR = /^(?:国务院|国办|党中央|中央|中共中央|全国)/;

/** Characters that cannot open a name; what starts with one was cut out of running text in the wrong place. */
export const NO_OPENING = /^(?:年|度|的|等|及|由|与|列|见|联系|请|登[录陆]|访问)/;

/** Phrases that end like a name and name nobody without a place before them. */
export const GENERIC_NAMES: ReadonlySet<string> = new Set([
  '政府', '政府办公室', '政府办公厅', '政府办', '部门', '机关', '单位', '办公室', '政府部门', '本级政府', '党委政府', '人民政府', '街道', '街道办', '街道办事处', '乡镇', '各乡镇', '镇', '乡',
  '市', '区', '县', '省', '州', '旗', '学校', '医院', '学院', '中心', '公司', '委员会', '局', '厅', '委', '部', '办', '院', '所', '站',
  '党政办公室', '党政办', '综合办公室', '综合处', '行政办公室', '局办公室', '委办公室', '厅办公室', '镇办公室', '政府信息', '市区', '城区', '辖区', '地区',
  '小区', '社区', '园区', '年度', '区市', '县区', '市县', '省市', '省市区', '市直部门', '行政机关', '市州', '省市县', '区县', '市级部门', '业务部门', '内设机构', '主管部门',
]);

/** A place word that stands for the body's own place: 区统计局, 市政府办公室. The look-ahead spares 市中区, 市北区, 市南区. */
export const RELATIVE_NAME = /^(?:自治[区州县旗]|省|市(?![中南北]区)|州(?!市)|县(?!级)|区|旗|盟|镇(?=人民政府|政府)|乡(?=人民政府|政府)|街道办)/;

/** Scope words behind a name in titles: 广州海关关区2021年…, …局系统. */
export const SCOPE_ENDINGS = /(?:关区|全关区|全系统|系统|本级|机关|本机关|本部门|本单位)$/;

/** Internal units behind a body's own name, as contact sentences give them (…局办公室, …医院行政办公室). */
export const INTERNAL_UNIT =
  /(?<=局|厅|委|部|署|院|大学|学院|公司|海关|中心|委员会|管委会|会|办公室)(?!员?会)(?:[一-龥]{0,8}(?:科|处|股|室|组|中心)|(?:指挥中心|党政|行政|综合|信息公开|政务公开|政府信息公开|信息工作|公开工作)?办公室)$/;

/** Short forms of departments and the words they stand for, so that 市发改局 and 某市发展和改革局 are one body. */
export const SHORT_FORMS: readonly (readonly [string, string])[] = [
  ['发改', '发展改革'], ['人社', '人力资源社会保障'], ['住建', '住房城乡建设'], ['文广新', '文化广电新闻出版'], ['文旅', '文化旅游'],
  ['文广旅', '文化广电旅游'], ['卫健', '卫生健康'], ['卫计', '卫生计划生育'], ['科技', '科学技术'], ['工信', '工业信息化'], ['经信', '经济信息化'],
  ['市监', '市场监督管理'], ['市场监管', '市场监督管理'], ['安监', '安全生产监督管理'], ['安全生产监管', '安全生产监督管理'],
  ['国资委', '国有资产监督管理委员会'], ['食药监', '食品药品监督管理'], ['教体', '教育体育'], ['交通局', '交通运输局'], ['规划局', '规划局'], ['应急局', '应急管理局'],
  ['城管局', '城市管理局'], ['医保', '医疗保障'], ['国土', '国土资源'], ['环保', '环境保护'], ['民宗', '民族宗教'], ['退役军人局', '退役军人事务局'],
  ['管委会', '管理委员会'], ['政府办', '人民政府办公室'], ['政府办公室', '人民政府办公室'], ['自规', '自然资源规划'], ['资规', '自然资源规划'],
];

/** The four municipalities rank with provinces. */
export const MUNICIPALITIES: readonly string[] = ['北京市', '天津市', '上海市', '重庆市'];

/** Central bodies whose name carries no place; a local branch carries its place behind it (国家税务总局某市税务局). */
export const NATIONAL_NAME =
  /^(?:国务院|国家|中国|中华人民共和国|生态环境部|财政部|教育部|商务部|外交部|国防部|公安部|民政部|司法部|文化部|文化和旅游部|水利部|农业部|农业农村部|科学技术部|科技部|审计署|海关总署|工业和信息化部|人力资源和社会保障部|自然资源部|国土资源部|环境保护部|住房和城乡建设部|交通运输部|应急管理部|退役军人事务部|监察部|卫生部|铁道部|最高人民)/;

/**
 * Words no name contains: they start or carry a predicate. A name read from the left out of running text ends before
 * the first of them.
 */
export const PREDICATES =
  /认真|坚持|深入|严格|积极|全面|按照|根据|依据|依照|主动|继续|不断|高度|紧紧|紧扣|围绕|始终|以|在(?!线)|对(?!外)|通过|各(?!庄)|全年|全局|全市|全区|全县|全镇|持续|切实|进一步|(?<![公中])共(?!青|和|安)|充分|扎实|加强|加大|把|将(?!乐)|未(?!央)|无(?!锡|为|极|棣)|的|及|关于|组织(?!部)|定期|畅通|下一步|本机关|政府信息|信息公开|政务公开|公开|收到|受理|开展|推进|落实|贯彻|立足|结合|强化|聚焦|大力|稳步|着力|狠抓|依法|从(?!化)|向(?!阳)|编制(?!委)|公布|发布|现(?!代)|办理|累计|没有|召开|成立|制定|制作|印发|报送|利用|不|已|(?<!无)为(?!民)|是|我|本(?!溪)|门户|网站|紧密|有序|健全|完善|规范|优化|提高|提升|做好|做到|抓好|增强|突出|明确|建立|负责|汇总|牵头|情况|方面|问题|要求|登录|访问|查阅|查询|下载/;

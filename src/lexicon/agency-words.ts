/** Words around the place name in the name of an agency. Data of the region lookup, on folded text. */

/**
 * How the part behind the place begins. A place without its suffix (乐清, 张店) counts only in front of one of these; words
 * that also stand behind seas, rivers and lakes (海事, 流域, 渔业) or in front of schools and companies are left out.
 */
export const AGENCY_OPENING = new RegExp(
  '^(?:' +
    '人民政府|政府|人大|政协|财政|审计|统计|公安|司法|法制|监察|教育|教委|科委|建委|经委|行署|行政公署|民政|民族|宗教|民宗|人力资源|人社|劳动|社会保[险障]|社保|就业|' +
    '自然资源|国土|规划|环境|环保|生态环境|住房|住建|建设|城乡|城市|城管|房产|房管|房屋|综合行政执法|交通|运输|公路|水利|水务|' +
    '农业|农村|农机|农牧|农林|农委|林业|畜牧|粮食|商务|商业|经济贸易|经贸|经济和信息|经济信息|经信|工业和信息|工信|科学技术|科技|' +
    '发展和改革|发展改革|发改|物价|文化|文广|文体|文旅|旅游|广播电|广电|新闻出版|体育|卫生|卫健|卫计|人口和计划生育|人口计生|' +
    '计划生育|应急|安全生产|安监|消防|市场监|市场和|工商|质量技术|质监|食品药品|药品|食药|医疗保障|医保|信访|机关事务|退役|国资|国有资产|' +
    '金融|外事|侨务|台湾事务|扶贫|乡村振兴|残联|残疾人|供销|人防|人民防空|民防|编办|机构编制|园林|绿化|档案|行政审批|行政服务|政务|' +
    '大数据|数据|国税|国家税务|地税|地方税务|税务|气象|地震|地方志|史志|移民|投资促进|招商|合作交流|住房公积金|公积金|知识产权|文物|' +
    '接待|参事|口岸|烟草|邮政管理|盐务|调查队|调查总队|人民法院|法院|人民检察院|检察院|监狱|政府网|公共资源|监管局|监管分局|监管办)',
);

/** Bodies that stand in front of the place they serve: 国家税务总局东莞市税务局. */
export const BODIES_IN_FRONT =
  /^(?:国家税务总局|国家统计局|国家能源局|国家粮食和物资储备局|国家金融监督管理总局|国家外汇管理局|国家矿山安全监察局|国网|中共|中国共产党|共青团|中华人民共和国|中国人民银行|中国证券监督管理委员会|中国证监会|中国银行保险监督管理委员会|中国气象局|中国地震局|中国烟草总公司|中国邮政集团公司|中国)/;

/** Zones that are no divisions; what stands in front is their host. */
export const ZONE = /(?:开发|高新技术产业|高新|经开|新|园|工业园|管理|示范|度假|试验|实验|保税港?|功能|风景名?胜?|风景名胜|名胜|合作|投资|集聚|港)区/;

/**
 * Zones named for the county or city they cover or lie in. A 新区 may be named for one it does not lie in, and where a district
 * has the same name (东湖高新区 is not in 东湖区) the zone may be another city's.
 */
export const ZONE_OF_COUNTY = /^(?:综合实验区|(?:经济(?:技术)?|高新技术(?:产业)?)?开发区|高新区|经开区)/;

/** An agency that names its level alone: 区统计局, 我市人民政府, but not 市场监督管理局, 区域合作局, 市政园林局. */
export const RELATIVE =
  /^[我本]?(自治区|自治州|自治县|自治旗|省|州|盟|地区|市(?!场|容|政(?!府|协|务|法))|区(?!域|划|块)|县(?!域)|旗)/;

/** A township without the county it lies in. */
export const TOWNSHIP = /^[\u3400-\u9fff]{1,7}?(?:民族乡|[镇乡]|街道|苏木)(?=人民政府|政府|办事处|党|财政|$)|^[\u3400-\u9fff]{1,5}街(?=办事处|$)/;

/** An agency that names neither place nor level (审计局, 人民政府办公室), and none of the state's own. */
export const PLACELESS = /^(?!国家|国务院|中国|中央|全国|最高).*(?:局|厅|委|委员会|办公室|办|政府|中心|支队|大队)$/;

"""Rows as real drafts have them, written before the rules were tuned: traps that must stay silent and faults that must fire.

Every row stands in an otherwise sound sheet, so that whatever is found is about the row. Placement as ``level1/level2``.
"""

from __future__ import annotations

from typing import NamedTuple

OUTPUT, BENEFIT, COST, SATISFACTION = "产出指标", "效益指标", "成本指标", "满意度指标"
QUANTITY, QUALITY, TIME = (OUTPUT, "数量指标"), (OUTPUT, "质量指标"), (OUTPUT, "时效指标")
SOCIAL, ECONOMIC, ECOLOGIC = (BENEFIT, "社会效益指标"), (BENEFIT, "经济效益指标"), (BENEFIT, "生态效益指标")
PRICE, GROUP = (COST, "经济成本指标"), (SATISFACTION, "服务对象满意度指标")


class Drafted(NamedTuple):
    """One row; ``rule`` is what must fire, empty for a trap."""

    place: tuple[str, str]
    name: str
    target: str
    unit: str = ""
    explanation: str = ""
    rule: str = ""


SILENT = (
    Drafted(QUALITY, "项目竣工验收合格率", "=100", "%"),
    Drafted(QUANTITY, "完成课题数", "≥12", "项"),
    Drafted(TIME, "完成及时率", "≥95%"),
    Drafted(TIME, "完成时间", "2026年12月底前"),
    Drafted(ECONOMIC, "实现旅游收入", "≥3亿元"),
    Drafted(PRICE, "公用经费控制率", "≤100%"),
    Drafted(ECOLOGIC, "PM2.5年均浓度", "≤35", "微克/立方米"),
    Drafted(QUANTITY, "5A级景区数量", "≥2", "个"),
    Drafted(QUANTITY, "12345热线受理件数", "≥5万件"),
    Drafted(QUALITY, "1+X证书获取率", "≥80%"),
    Drafted(PRICE, "“三公”经费变动率", "≤0%"),
    Drafted(QUANTITY, "两癌筛查人数", "≥3000人"),
    Drafted(QUALITY, "第三方检测合格率", "≥98%"),
    Drafted(QUALITY, "7×24小时值守到岗率", "=100%"),
    Drafted(SOCIAL, "服务质量考评", "好", explanation="分为好、一般、差三档"),
    Drafted(TIME, "补贴发放时间", "每季度末15日内"),
    Drafted(TIME, "工程完工", "按期", explanation="2026年11月30日前完成竣工验收"),
    Drafted(QUANTITY, "培训人次", "280人次"),
    Drafted(QUALITY, "是否通过验收", "是"),
    Drafted(SOCIAL, "重大安全责任事故", "无"),
    Drafted(SOCIAL, "重大安全责任事故发生数", "0"),
    Drafted(SOCIAL, "投诉处理率", "≥98%"),
    Drafted(ECONOMIC, "采购成本节约率", "≥5%"),
    Drafted(ECOLOGIC, "单位能耗下降率", "≥3%"),
    Drafted(QUALITY, "检测不合格率", "≤1%"),
    Drafted(SOCIAL, "高血压患者规范管理控制率", "≥60%"),
    Drafted(ECOLOGIC, "水资源开发利用率", "≤40%"),
    Drafted(GROUP, "政府热线用户满意度", "≥90%"),
    Drafted(GROUP, "补贴对象满意度", "≥90%"),
    Drafted(QUANTITY, "残疾人两项补贴发放人数", "≥1200人"),
    Drafted(QUANTITY, "三支一扶人员招募数", "=60", "人"),
    Drafted(SOCIAL, "业务保障能力提升情况", "较上年提升"),
    Drafted(SOCIAL, "重点人群年度考核等次", "优秀"),
    Drafted(TIME, "补助资金拨付及时率", "=100%"),
    Drafted(QUANTITY, "预算执行审计项目数", "≥10个"),
    Drafted(QUANTITY, "小学教师培训数", "≥100人", explanation="与中学教师分列"),
    Drafted(ECOLOGIC, "地表水水质", "优良"),
    Drafted(QUALITY, "师生比", "1:18"),
    Drafted(QUANTITY, "单价40万元以上仪器设备共享台数", "≥30台"),
    Drafted(TIME, "服务期限", "全年"),
    Drafted(QUANTITY, "补贴惠及农户数", "≥11.8万户"),
    Drafted(QUALITY, "改造设施一年内返修率", "≤3%"),
    Drafted(QUANTITY, "1950—1966年永久档案抢救卷数", "≥3.2万卷"),
    Drafted(QUANTITY, "孤儿和事实无人抚养儿童保障人数", "≥860人"),
    Drafted(QUANTITY, "校园及周边食品抽检批次", "≥240批次"),
    Drafted(QUANTITY, "50户以上自然村通硬化路条数", "≥36条"),
    Drafted(QUALITY, "高血压和糖尿病患者规范管理率", "≥64%"),
    Drafted(TIME, "补助资金发放及时率", "=100%"),
    Drafted(QUANTITY, "引进设备消化吸收再创新项目数", "≥2项"),
    Drafted(QUANTITY, "困难群众救助金发放金额", "≥300万元"),
    Drafted(QUANTITY, "投入使用学位数", "≥360个"),
    Drafted(QUALITY, "审计问题整改完成率", "=100%"),
    Drafted(GROUP, "参训领导干部满意度", "≥90%"),
    Drafted(GROUP, "调查对象满意度", "≥90%"),
    Drafted(GROUP, "受助学生及家长满意度", "≥90%"),
    Drafted(GROUP, "区县教育局满意度", "≥90%"),
    Drafted(GROUP, "立项企业对主管部门满意度", "≥90%"),
    Drafted(ECONOMIC, "实现利税", "≥3亿元"),
)

SPEAKING = (
    Drafted(SOCIAL, "公共服务水平", "较好", rule="ME101"),
    Drafted(SOCIAL, "群众生活质量", "有所提高", rule="ME101"),
    Drafted(SOCIAL, "省级以上学科平台情况", "促进学科建设发展", rule="ME101"),
    Drafted(ECOLOGIC, "入河排污口水质情况", "持续改善", rule="ME101"),
    Drafted(SOCIAL, "机关运转", "有效保障机关正常运转", rule="ME101"),
    Drafted(GROUP, "学员满意度", "满意", rule="ME101"),
    Drafted(TIME, "补贴发放", "及时发放", rule="ME102"),
    Drafted(TIME, "工程进度", "按计划完成", rule="ME102"),
    Drafted(TIME, "设备采购及时性", "及时", rule="ME102"),
    Drafted(QUANTITY, "慰问困难职工", "若干", rule="CO101"),
    Drafted(QUANTITY, "印发宣传册", "", "册", rule="CO101"),
    Drafted(QUALITY, "抽检合格率", "≥**%", rule="CO101"),
    Drafted(QUANTITY, "垃圾清运量", "—", "吨", rule="CO101"),
    Drafted(QUANTITY, "道路养护面积", "≥5000", rule="CO102"),
    Drafted(QUANTITY, "设备购置数量", "50", "/", rule="CO102"),
    Drafted(QUANTITY, "培训基层干部280人次", "280人次", rule="CO201"),
    Drafted(QUALITY, "设备验收合格率达到95%以上", "≥95%", rule="CO201"),
    Drafted(QUANTITY, "2026年新招教师数", "≥20人", rule="CO201"),
    Drafted(QUALITY, "确保档案完好率", "≥98%", rule="CO202"),
    Drafted(QUALITY, "实现调阅准确率", "≥99%", rule="CO202"),
    Drafted(QUANTITY, "完成老旧管网改造", "≥12公里", rule="CO202"),
    Drafted(SOCIAL, "社会效益指标：受益村数", "≥15个", rule="CO203"),
    Drafted(QUANTITY, "项目资金支付率", "≥95%", rule="CO301"),
    Drafted(QUANTITY, "预算执行率", "=100%", rule="CO301"),
    Drafted(GROUP, "满意度", "≥95%", rule="RE101"),
    Drafted(GROUP, "上级主管部门满意度", "≥95%", rule="RE102"),
    Drafted(GROUP, "县政府对本项目的满意度", "≥95%", rule="RE102"),
    Drafted(GROUP, "省农业农村厅满意度", "≥95%", rule="RE102"),
    Drafted(GROUP, "信息中心领导班子满意度", "≥95%", rule="RE103"),
    Drafted(GROUP, "授课教师满意度", "≥95%", rule="RE103"),
    Drafted(QUANTITY, "38家养殖场粪污处理设施改造数", "≥38套", rule="CO201"),
    Drafted(QUALITY, "达到一级A排放标准", "=100%", rule="CO202"),
    Drafted(QUALITY, "提高乡村医生诊疗水平", "≥90分", rule="CO202"),
    Drafted(QUANTITY, "发表论文、申请专利及出版专著", "≥6篇", rule="CO205"),
    Drafted(QUANTITY, "冷链设备采购及维护数量", "≥25台", rule="CO205"),
    Drafted(TIME, "合同款支付及时率", "=100%", rule="CO301"),
    Drafted(TIME, "资金拨付及时率", "=100%", rule="CO301"),
    Drafted(QUANTITY, "驻场人员数量", "6人", rule="CO302"),
    Drafted(QUANTITY, "购买试剂耗材金额", "≥60万元", rule="CO302"),
    Drafted(QUANTITY, "投入挖掘机械台班数", "≥35台班", rule="CO302"),
    Drafted(QUANTITY, "实训室改造任务完成率", "=100%", rule="CO404"),
    Drafted(SOCIAL, "有效投诉件数", "≥5件", rule="FE201"),
    Drafted(QUALITY, "工程验收合格率", "≤95%", rule="FE201"),
    Drafted(GROUP, "游客满意度", "≤90%", rule="FE201"),
    Drafted(QUALITY, "设备正常运行率", "≤99%", rule="FE201"),
    Drafted(PRICE, "单台购置成本", "≥3万元", rule="FE202"),
)

"""Names of effects that nobody can measure (促进教育公平, 社会反响), and values that are words of praise."""

from __future__ import annotations

import re

from indicators.quality.measures import bare_name
from indicators.quality.reading import ReadRow, plain

_MEASURED = re.compile(
    r"(?:率|[数量额值]|人次|场次|面积|长度|里程|浓度|比例|比重|占比|天数|时长|时间|收入|产值|成本|得分|分数|指数|系数|价格|利润|税收|等级|级别|等次|规模|"
    r"排名|位次|年限|寿命|满意度|知晓度|幅度|情况|性|机制|办法|制度|问题|事故|事件|案件|投诉|隐患|疫情|传染病|标准|测评|验收|考核结果)$"
)
_STRONG = re.compile(
    r"(?:率|[数额值]|数量|总量|产量|人次|场次|面积|长度|里程|浓度|比例|比重|占比|天数|时长|时间|得分|分数|指数|系数|排名|位次|满意度|幅度)$"
)
_FACT = re.compile(
    r"完成|达标|标准|目标|任务|规定|^无$|零|不发生|通过|合格|获得|取得|出台|印发|上级|上年|去年|同期|不低于|不高于|优于|较|前[一二三四五十]"
)
_EFFECT = re.compile(
    r"^(?:大力|有效|切实|进一步|不断|持续|逐步|积极|全面|着力|有力)*(?:提升|提高|改善|促进|增强|保障|降低|减少|推动|推进|带动|满足|增加|缓解|消除|减轻|维护|优化|扩大|拉动|助力|丰富|"
    r"弘扬|营造|巩固|夯实|确保|服务|健全|完善|规范|激发|引导|培育|打造|形成|支撑|加强|繁荣|传承|解决|践行|统一|提振|打响|办好|改变|建成|构建|树立|展示|彰显|深化|为|产生|发挥|落实|赋能|厚植|守护|实现)"
)
_ABSTRACT = re.compile(
    r"(?:水平|能力|影响力|公信力|吸引力|竞争力|凝聚力|推动力|知名度|美誉度|获得感|幸福感|安全感|归属感|氛围|意识|素养|素质|发展|和谐|稳定|公平|品牌|反响|现代化|集聚|效应|作用|"
    r"建设|形象|秩序|环境|体系|效果|成效|面貌|提升|提高|改善|增强|向好|更蓝|岸绿|浅底|韧性|效益|振兴|转型|繁荣|文明|信心|队伍建设|服务经济发展|走在[^，]{1,4}前列|领先|一流)$"
)
_CONCRETE = re.compile(r"水质|等级|耕地质量|PM|达标|验收|隐患|事故|疫情|发生")


def slogan(row: ReadRow) -> bool:
    """Whether a row of benefit names an effect without a measure and gives no number for it."""
    name = bare_name(row.name)
    if row.value.kind != "words" or row.has_graded_standard or re.search(r"\d", plain(row.target)):
        return False
    if _STRONG.search(name) or _CONCRETE.search(name) or _FACT.search(plain(row.target)):
        return False
    return bool(_EFFECT.search(name) or (_ABSTRACT.search(name) and not _MEASURED.search(name)))


_PRAISE = re.compile(
    r"(?:基本|得到|取得|较为|比较|更加|日趋|日益|达到|十分|非常|进一步|不断|持续|有效|切实|明显|显著|有力|大幅|充分|逐步|稳步|长期|成功|彻底|全面|有所)*"
    r"(?:正常|整洁|干净整洁|干净|圆满|突破|大量|真实可靠|真实|可靠|快速|迅速|高质量|优质|国际领先|国内领先|全国领先|世界一流|国内一流|领先|先进|国际先进|国内先进|一流|前列|优美|美观|"
    r"浓厚|稳定|和谐|公平有序|有序|顺畅|畅通|平稳|践行|弘扬|维护|达到|提供依据|提供|实现|建成|做好|落到实处|确保|达成|传承|打造|带动|支撑|服务|解决|缓解|改变|控制|遏制|减轻|减少|降低|"
    r"丰富|打响|营造|树立|可持续|稳中有升|稳中向好|群众可感知|可感知|提振|普遍认可|认可|好转|向好|增收|扩大|彰显|激发|满足|巩固|完好|安全|有保障|得到保障|保障|发展|繁荣|振兴|较强|强|多|大|快)"
)
_OUTPUT_PRAISE = re.compile(
    r"(?:基本|取得|较为|比较|十分|实现|关键|更加)*(?:正常|干净|整洁|圆满成功|圆满|突破|大量|真实|准确|完整|可靠|快速|迅速|高质量|优质|精品|热情|周到|加大|强化|国际领先|国内领先|"
    r"全国领先|领先|先进|国际先进|国内先进|一流|优美|美观|浓厚|稳定|有序|顺畅|畅通|平稳|做好|落到实处|顺利|有效|到位)+"
)
_OPEN_WORDS = re.compile(r"[\u4e00-\u9fff]{2,6}")
_TOLD = re.compile(
    r"^[不无未零达有全是否]|[级类名奖]$|创建|入选|评为|命名|授予|清零|销号|归零|负增长|正增长|零增长|不增|持平|示范|应.尽|足额|免|年|月|日"
)
"""Words that a record can prove, by which an effect is more than praised."""
_YES_NO = re.compile(r"^[是否]$|是否|通过|合格|达标|完成|获得|取得|建立|出台|印发|发布|上线|投入使用|建成|符合")


def praise(row: ReadRow) -> bool:
    """Whether the value is a word of praise that nothing is said to prove.

    Under 产出 yes/no facts (通过, 建成) can be seen; under 效益 the same words (实现, 带动, 建成) only claim an effect.
    """
    text = re.sub(r"[，,、。；;！!]", "", plain(row.target))
    if row.value.kind != "words" or row.has_graded_standard or len(text) > 10:
        return False
    if row.is_benefit or row.place.level2 == "可持续影响指标":
        is_open = bool(_OPEN_WORDS.fullmatch(text)) and not (_CONCRETE.search(row.name) or _FACT.search(text))
        return bool(_PRAISE.fullmatch(text)) or (is_open and not _YES_NO.search(text) and not _TOLD.search(text))
    asks = row.name.endswith(("性", "度", "情况", "与否"))
    return bool(_OUTPUT_PRAISE.fullmatch(text)) and not (asks and text[:2] in row.name)

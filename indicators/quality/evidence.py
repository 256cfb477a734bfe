"""Effects that are given a number although nobody can obtain it (社会影响力 ≥ 90 %, 干部素质提高率 = 100 %)."""

from __future__ import annotations

import re

from indicators.quality.measures import bare_name
from indicators.quality.reading import ReadRow

_FORCE = (
    r"影响力|公信力|号召力|感召力|推动力|带动力|引领力|辐射力|贡献力|凝聚力|向心力|竞争力|吸引力|软实力|生命力|战斗力|影响程度|推动程度|促进程度|贡献程度|"
    r"推动作用|促进作用|带动作用|引领作用|示范作用|繁荣度|繁荣程度|和谐度|和谐程度|稳定程度|重视程度|贡献度"
)
_FORCE_NAME = re.compile(rf"(?:{_FORCE})(?:得分|评分)?$|对(?:经济|社会|地方|当地|区域|行业)[^率]{{0,12}}贡献率$")
_RISING = r"(?:的|得到|明显|有效|持续|显著|逐步)*(?:提升|提高|增强|改善|优化|改进|强化|扩大|好转)(?:率|度|程度|幅度|比例|比率)?$"
_RISEN = re.compile(
    rf"(?:{_FORCE}|形象|素质|素养|意识|觉悟|理念|认识|积极性|主动性|自觉性|知名度|美誉度|幸福感|获得感|归属感|荣誉感|责任感|生活质量|工作质量|氛围|风气|精神面貌|治理效能|综合实力|"
    r"(?:业务|工作|履职|履约|创新|管理|治理|综合|实践|专业|学习|领导|执法|服务|执行|保障|教学|育人|技能|干部|人员|教师|学生|学员|职工|村民|群众|公众|居民|队伍)[^率]{0,4}(?:能力|水平)|"
    r"(?:生活|技术|医疗|文化)水平|(?:办公|办学|教学|工作|学习|生活|就医|营商|发展|投资)(?:环境|条件)|满意程度)"
    + _RISING
)
_TESTED = re.compile(
    r"测评|考核|测试|考试|竞赛|评估|评价|抽样|监测|调查|问卷|统计|普查|排名|指数|健康素养|科学素质|身体素质|体质|收入|补助|待遇|工资|保障人数"
)


def unprovable_effect(row: ReadRow) -> bool:
    """Whether a row gives a share or score of what has no source, formula or standard, neither in its name nor beside it."""
    value, name = row.value, bare_name(row.name)
    if value.kind not in {"rate", "score", "number"} or not value.is_number or row.has_graded_standard or row.notes:
        return False
    return bool(_FORCE_NAME.search(name) or _RISEN.search(name)) and not _TESTED.search(name)

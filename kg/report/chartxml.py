"""Charts for DOCX: bars and columns as DrawingML charts, small networks as drawn shapes. Both stay sharp and editable.

Lengths in DrawingML are EMU: 914,400 an inch, 360,000 a centimetre.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from kg.report.model import Bar, Bars, Network, Timeline
from kg.report.svg import cut, places

WIDTH = 5_760_000  # 16 cm
_ACCENT, _WARM = "0F766E", "C2410C"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def chart_part(chart: Bars | Timeline) -> bytes:
    """The part ``/word/charts/chartN.xml``."""
    lying = isinstance(chart, Bars)
    bars = list(chart.bars)
    order = '<c:scaling><c:orientation val="maxMin"/></c:scaling>' if lying else "<c:scaling/>"
    font = (
        '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="Arial"/><a:ea typeface="SimSun"/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )
    most = max(bar.value for bar in bars)
    step = max(1, round(most / 5))
    cells = f'<c:ptCount val="{len(bars)}"/>'
    names = "".join(f'<c:pt idx="{i}"><c:v>{escape(bar.label)}</c:v></c:pt>' for i, bar in enumerate(bars))
    values = "".join(f'<c:pt idx="{i}"><c:v>{bar.value}</c:v></c:pt>' for i, bar in enumerate(bars))
    labels = (
        '<c:dLbls><c:spPr><a:noFill/></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        if lying
        else ""
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}" xmlns:r="{_REL}"><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart>'
        f'<c:barDir val="{"bar" if lying else "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>{escape(chart.unit)}</c:v></c:tx>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{_ACCENT}"/></a:solidFill></c:spPr>'
        f'<c:invertIfNegative val="0"/>{labels}'
        f"<c:cat><c:strLit>{cells}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>0</c:formatCode>{cells}{values}</c:numLit></c:val></c:ser>"
        '<c:gapWidth val="45"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f'<c:catAx><c:axId val="1"/>{order}<c:delete val="0"/><c:axPos val="{"l" if lying else "b"}"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{font}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:min val="0"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"b" if lying else "l"}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>'
        '<a:srgbClr val="D5DBE1"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{font}<c:crossAx val="1"/><c:crosses val="{"max" if lying else "autoZero"}"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{step}"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/>'
        "</c:chart></c:chartSpace>"
    )
    return xml.encode("utf-8")


def chart_height(bars: tuple[Bar, ...], lying: bool) -> int:
    """Height of a chart in EMU."""
    return 500_000 + 260_000 * len(bars) if lying else 2_160_000


def chart_drawing(relation: str, number: int, title: str, height: int) -> str:
    """A ``w:drawing`` that shows the chart part behind a relation."""
    return _inline(
        number,
        title,
        height,
        f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" xmlns:r="{_REL}" '
        f'r:id="{relation}"/></a:graphicData></a:graphic>',
    )


def network_drawing(chart: Network, number: int) -> str:
    """A ``w:drawing`` of lines, dots and names."""
    height = 3_200_000 if len(chart.dots) > 6 else 2_400_000
    at = places(chart.dots, (WIDTH / 2, height / 2), WIDTH / 2 - 1_100_000, height / 2 - 300_000)
    most = max(link.weight for link in chart.links) or 1
    shapes = []
    base = number * 10_000  # ids are unique in the whole document
    for i, link in enumerate(chart.links):
        (x1, y1), (x2, y2) = at[link.source], at[link.target]
        flip = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
        shapes.append(
            _shape(
                base + 1000 + i,
                f'<a:xfrm{flip}><a:off x="{round(min(x1, x2))}" y="{round(min(y1, y2))}"/>'
                f'<a:ext cx="{round(abs(x2 - x1))}" cy="{round(abs(y2 - y1))}"/></a:xfrm>'
                '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
                f'<a:ln w="{round(9525 + 50000 * link.weight / most)}"><a:solidFill><a:srgbClr val="8FBFBA"/>'
                "</a:solidFill></a:ln>",
            )
        )
    for i, dot in enumerate(chart.dots):
        x, y = at[dot.id]
        size = 130_000 if dot.centre else 100_000
        colour = _WARM if dot.centre else _ACCENT
        shapes.append(
            _shape(
                base + 2000 + i,
                f'<a:xfrm><a:off x="{round(x - size / 2)}" y="{round(y - size / 2)}"/><a:ext cx="{size}" cy="{size}"/>'
                '</a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
                f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln>',
            )
        )
        shapes.append(_name(base + 3000 + i, dot.label, x, y, height, dot.centre))
    return _inline(
        number,
        chart.title,
        height,
        f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        '<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wpg:cNvGrpSpPr/>'
        f'<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{WIDTH}" cy="{height}"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="{WIDTH}" cy="{height}"/></a:xfrm></wpg:grpSpPr>{"".join(shapes)}</wpg:wgp>'
        "</a:graphicData></a:graphic>",
    )


def _name(number: int, label: str, x: float, y: float, height: float, centre: bool) -> str:
    wide, tall = 1_000_000, 230_000
    if centre or abs(x - WIDTH / 2) < 150_000:
        above = y < height / 2 and not centre
        left, top, side = x - wide / 2, (y - tall - 50_000 if above else y + 60_000), "center"
    else:
        right = x > WIDTH / 2
        left, top, side = (x + 70_000 if right else x - 70_000 - wide), y - tall / 2, "left" if right else "right"
    text = escape(cut(label, 104, 13))
    box = (
        f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="{side}"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun"/>'
        f'<w:sz w:val="17"/></w:rPr><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx>'
        '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
    )
    return _shape(
        number,
        f'<a:xfrm><a:off x="{round(left)}" y="{round(top)}"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>',
        box,
    )


def _shape(number: int, properties: str, rest: str = "<wps:bodyPr/>") -> str:
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="s{number}"/><wps:cNvSpPr/><wps:spPr>{properties}</wps:spPr>'
        f"{rest}</wps:wsp>"
    )


def _inline(number: int, title: str, height: int, graphic: str) -> str:
    name = escape(title, {'"': "&quot;"})
    return (
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{WIDTH}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="chart{number}" descr="{name}"/><wp:cNvGraphicFramePr/>{graphic}</wp:inline>'
        "</w:drawing>"
    )

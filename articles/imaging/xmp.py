"""The credit inside the file: a fresh, minimal XMP packet for every public copy.

Properties of the IPTC Photo Metadata Standard 2025.1, in the namespaces it gives. Nothing of the
original's own metadata is carried over: places and serial numbers stay in the building.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
PLUS = "http://ns.useplus.org/ldf/xmp/1.0/"
XML = "http://www.w3.org/XML/1998/namespace"
PREFIXES = {
    "rdf": RDF,
    "dc": DC,
    "photoshop": PHOTOSHOP,
    "xmpRights": RIGHTS,
    "Iptc4xmpCore": IPTC_CORE,
    "Iptc4xmpExt": IPTC_EXT,
    "plus": PLUS,
    "x": "adobe:ns:meta/",
}
for _prefix, _namespace in PREFIXES.items():
    register_namespace(_prefix, _namespace)

BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, not even escaped (XML 1.0, 2.2)."""
END = '<?xpacket end="r"?>'


@dataclass(frozen=True, kw_only=True)
class Credit:
    """What travels with a picture: each is one IPTC property, empty where unknown."""

    creator: str = ""
    credit_line: str = ""
    source: str = ""
    copyright_notice: str = ""
    caption: str = ""
    alt_text: str = ""
    usage_terms: str = ""
    web_statement: str = ""  # where the licence can be read
    licensor_url: str = ""  # where to license it
    digital_source_type: str = ""  # an address of IPTC's NewsCodes
    data_mining: str = ""  # an address of the PLUS vocabulary

    def as_values(self) -> dict[str, str]:
        return asdict(self)


def packet(credit: Credit) -> bytes:
    """The XMP packet (ISO 16684-1) of a credit, in UTF-8."""
    credit = replace(credit, **{k: NOT_XML.sub("", v) for k, v in asdict(credit).items()})
    root = Element("{adobe:ns:meta/}xmpmeta")
    description = SubElement(SubElement(root, f"{{{RDF}}}RDF"), f"{{{RDF}}}Description")
    description.set(f"{{{RDF}}}about", "")
    if credit.creator:
        _item(description, f"{{{DC}}}creator", "Seq").text = credit.creator
    for name, value in _texts(credit):
        if value:
            SubElement(description, name).text = value
    for name, value in _in_languages(credit):
        if value:
            item = _item(description, name, "Alt")
            item.set(f"{{{XML}}}lang", "x-default")
            item.text = value
    if credit.licensor_url:
        licensor = _item(description, f"{{{PLUS}}}Licensor", "Seq")
        licensor.set(f"{{{RDF}}}parseType", "Resource")
        SubElement(licensor, f"{{{PLUS}}}LicensorURL").text = credit.licensor_url
    return f"{BEGIN}{tostring(root, encoding='unicode')}{END}".encode()


def _texts(credit: Credit) -> tuple[tuple[str, str], ...]:
    return (
        (f"{{{PHOTOSHOP}}}Credit", credit.credit_line),
        (f"{{{PHOTOSHOP}}}Source", credit.source),
        (f"{{{RIGHTS}}}WebStatement", credit.web_statement),
        (f"{{{IPTC_EXT}}}DigitalSourceType", credit.digital_source_type),
        (f"{{{PLUS}}}DataMining", credit.data_mining),
    )


def _in_languages(credit: Credit) -> tuple[tuple[str, str], ...]:
    return (
        (f"{{{DC}}}rights", credit.copyright_notice),
        (f"{{{DC}}}description", credit.caption),
        (f"{{{IPTC_CORE}}}AltTextAccessibility", credit.alt_text),
        (f"{{{RIGHTS}}}UsageTerms", credit.usage_terms),
    )


def _item(description: Element, name: str, container: str) -> Element:
    """The one item of a property that is a list."""
    kept = SubElement(SubElement(description, name), f"{{{RDF}}}{container}")
    return SubElement(kept, f"{{{RDF}}}li")

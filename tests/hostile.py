"""Pages that try to run script in whatever shows them."""

from __future__ import annotations

import json
from pathlib import Path

MARK = "window.pwned=1"
ATTACKS = [
    f"<script>{MARK}</script>",
    f'"><img src=x onerror="{MARK}">',
    f"'><svg onload={MARK}>",
    f"</script><script>{MARK}</script>",
    f"javascript:{MARK}",
    f"</title><script>{MARK}</script>",
    f"{{{{ 7*7 }}}}{{% set x = 1 %}}<iframe srcdoc='<script>parent.{MARK}</script>'>",
    f"\u2028</style><body onload={MARK}>",
]


def write(folder: Path) -> Path:
    """A table of articles whose every field is an attack, with records inside."""
    path = folder / "hostile.jsonl"
    with path.open("w", encoding="utf-8") as f:
        for n, attack in enumerate(ATTACKS):
            row = {
                "id": f"{n}-{attack}",
                "title": attack,
                "url": f"javascript:{MARK}//{attack}",
                "published": "2024-01-30",
                "text": f"{attack} Bộ trưởng Bộ Y tế Đào Hồng Lan dự\n\n"
                f"Sở Y tế {attack} Hà Nội: 93,2% dân số {attack} tham gia BHYT năm 2023.\n\n"
                f"Công ty Cổ phần {attack} theo Nghị định 146/2018/NĐ-CP. Ông Trần Văn "
                f"<b onclick={MARK}>Thuấn</b> nói. {attack}",
            }
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path

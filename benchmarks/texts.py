"""The texts that speed is measured on, of any length, and the history of measurements.

`corpus`: the articles of the corpus again and again, with other numbers and given names, so
that nothing is answered from a cache.  It was written to hold every trap there is: about 22
records in 1,000 characters.

`plain`: newspaper prose mixed from our own narrative sentences, some of which name a person,
a body, a day or a figure: about 7 records in 1,000 characters, as in common news.
"""

from __future__ import annotations

import json
import os
import platform
import random
import re
import subprocess
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "corpus" / "articles"
HISTORY = ROOT / "benchmarks" / "history.jsonl"
GIVEN = ("An", "Bích", "Cường", "Dung", "Hiền", "Khoa", "Loan", "Minh", "Phúc", "Thảo")

# Narrative sentences: most say nothing that is a record.
STORY = """
Từ sáng sớm, khi sương còn giăng kín thung lũng, người dân đã gọi nhau ra đồng cho kịp thời vụ.
Con đường đất dẫn vào bản ngày mưa trơn như đổ mỡ, ngày nắng bụi bay mù mịt.
Bà con kể trước đây muốn ra chợ phải đi bộ gần nửa ngày đường, nay đã có xe máy tới tận cổng.
Bọn trẻ ríu rít chạy theo đoàn khách, đứa nào cũng muốn được đứng gần chiếc máy ảnh.
Chị vừa nói vừa lau vội những giọt mồ hôi trên trán rồi lại cúi xuống gánh rau của mình.
Nhiều gia đình đã quen với cảnh kê đồ đạc lên cao mỗi khi đài báo có mưa lớn ở thượng nguồn.
Không ai nghĩ nước lại lên nhanh đến thế, chỉ kịp dắt trâu bò lên đồi thì sân nhà đã ngập.
Theo các bác sĩ, người cao tuổi nên uống đủ nước, tránh ra đường lúc trời nắng gắt và ngủ đủ giấc.
Trẻ nhỏ cần được giữ ấm cổ và bàn chân, ăn chín uống sôi và rửa tay thường xuyên bằng xà phòng.
Nếu thấy sốt cao kéo dài, người bệnh nên đến cơ sở y tế gần nhất chứ không tự ý mua thuốc về uống.
Căn nhà nhỏ nằm nép dưới bóng cây xoài già, trước cửa treo một chùm chuông gió làm bằng vỏ ốc.
Ông bảo nghề này không giàu nhưng vui, mỗi lần thấy khách khen món quà quê là lại muốn làm tiếp.
Trong gian bếp đỏ lửa, mấy chị em vừa gói bánh vừa kể chuyện ngày xưa cho lũ trẻ nghe.
Tiếng trống trường vang lên, cả khoảng sân rộng bỗng ồn ào rồi lắng lại khi cô giáo bước ra.
Các em học sinh mang theo cơm nắm từ nhà, trưa đến chia nhau từng miếng trứng, nhúm muối vừng.
Thầy cô ở đây coi học trò như con, chiều cuối tuần lại vào từng nhà vận động các em ra lớp.
Nhiều bạn trẻ chọn về quê lập nghiệp, mang theo cách làm mới và cả những thất bại đầu tiên.
Cửa hàng mở từ tờ mờ sáng, khách quen chỉ cần gật đầu là chủ quán biết phải bưng ra món gì.
Giá phân bón lên xuống thất thường khiến người trồng lúa phải tính toán từng buổi bón.
Thương lái đến tận vườn thu mua nhưng chỉ chọn trái đẹp, phần còn lại bà con đem ra chợ bán lẻ.
Đội bóng nhập cuộc chậm rãi, chuyền qua chuyền lại rồi bất ngờ dồn lên bằng những đường bóng dài.
Khán giả trên khán đài vỗ tay không ngớt dù trời mưa mỗi lúc một nặng hạt.
Bộ phim mở đầu bằng cảnh dòng sông lặng lẽ, không lời thoại, chỉ có tiếng mái chèo khua nước.
Người xem khó cầm được nước mắt trước câu chuyện về hai mẹ con lạc nhau giữa phiên chợ cuối năm.
Dọc bờ kè, hàng liễu rủ xuống mặt hồ, buổi chiều nào cũng có người ra tập thể dục, câu cá.
Khu phố cổ giữ được những mái ngói rêu phong, xen giữa là quán cà phê do các bạn trẻ mở ra.
Lực lượng cứu hộ phải bơi từng đoạn, chuyền tay nhau thùng nước sạch và gói mì cho bà con.
Sau cơn bão, hàng cây bên đường đổ rạp, dây điện võng xuống sát mặt đất nhưng không ai bị thương.
Mọi người cùng nhau dọn bùn trong lớp học, phơi lại từng cuốn vở cho kịp ngày các em đến trường.
Anh cười hiền, bảo rằng làm việc nghĩa thì đừng tính thiệt hơn, giúp được ai thì giúp.
Vườn rau trên sân thượng giúp gia đình có bữa ăn sạch, lại là chỗ cho bọn trẻ chơi sau giờ học.
Nghệ nhân tỉ mẩn vuốt từng thớ đất, bàn xoay quay đều, chiếc bình dần hiện ra dưới tay bà.
Chuyện giữ nghề của làng không chỉ là chuyện mưu sinh mà còn là chuyện giữ lấy nếp nhà.
Dòng người nối nhau lên núi từ lúc trời chưa sáng, ai cũng mong một năm mưa thuận gió hòa.
Cô gái trẻ kể lại lần đầu đứng trên sân khấu, tay run đến mức đánh rơi cả micro.
Các chuyên gia cho rằng muốn đi đường dài thì phải lấy chất lượng làm đầu, không chạy theo số lượng.
Nhiều ý kiến đề nghị làm rõ trách nhiệm của người đứng đầu khi để xảy ra sai sót kéo dài.
Việc tuyên truyền cần đi vào thực chất, nói cho dân hiểu, làm cho dân tin, tránh hình thức.
Hàng xóm cho biết gia đình sống kín tiếng, hòa nhã với mọi người và hay giúp đỡ người già neo đơn.
Tuyến đường mới mở giúp nông sản ra khỏi thung lũng nhanh hơn, bà con cũng đỡ cảnh chờ phà.
""".strip().splitlines()

# Sentences that hold records.
NEWS = """
Sáng {day}/{month}, {body} tổ chức gặp mặt các hộ dân trong diện phải di dời.
Ông {name}, Chủ tịch UBND xã {place}, cho biết bà con đã nhận đủ gạo và nước uống.
Theo bà {name}, phó hiệu trưởng nhà trường, năm nay có {n} học sinh ở lại bán trú.
Đến chiều {day}/{month}/{year}, nước rút dần, chỉ còn khoảng {n} ngôi nhà bị ngập.
Tháng {month} vừa qua, sản lượng giảm {percent}% so với cùng kỳ năm trước.
Bác sĩ {name}, Khoa Nhi, Bệnh viện Đa khoa tỉnh {place}, khuyên phụ huynh không nên chủ quan.
Vụ việc đang được Công an tỉnh {place} tiếp tục làm rõ.
Mỗi cân vải bán tại vườn được {n}.000 đồng, cao hơn mọi năm.
Anh {name}, {age} tuổi, trú tại xã {place}, là người phát hiện ra đám cháy.
Hội Liên hiệp Phụ nữ xã {place} vận động được {n} suất quà cho người nghèo.
Đầu năm {year}, chị {name} quyết định bỏ phố về quê mở xưởng mây tre.
Quy định này nêu rõ tại Nghị định số {n}/{year}/NĐ-CP của Chính phủ.
Giải đấu khép lại tối {day}/{month} với {n} đội tham dự.
Sở Y tế {place} khuyến cáo người dân diệt lăng quăng trong từng hộ gia đình.
""".strip().splitlines()

_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đỗ", "Bùi", "Vũ", "Lò", "Hà")
_MIDDLE = ("Thị", "Văn", "Minh", "Thu", "Đức", "Ngọc", "Hữu", "Thanh")
_PLACES = ("Lào Cai", "Quảng Trị", "Bắc Giang", "Sơn La", "Đồng Tháp", "Nghệ An", "Gia Lai")
_BODIES = (
    "Trung tâm Y tế huyện", "UBND huyện", "Sở Giáo dục và Đào tạo", "Hội Nông dân tỉnh",
    "Ủy ban Mặt trận Tổ quốc tỉnh", "Trường Tiểu học Hòa Bình", "Bộ Y tế",
)  # fmt: skip


def varied(text: str, n: int) -> str:
    """The n-th variation of an article: years stay, other long numbers and some names change."""
    text = re.sub(r"(?<=\d)\d(?=[.,]\d{3})", lambda m: str((int(m[0]) + n) % 10), text)
    return re.sub(r"(?<=Thị )[A-ZĐ]\w+", lambda m: GIVEN[(n + len(m[0])) % len(GIVEN)], text)


def corpus() -> Iterator[str]:
    """The corpus's articles without end."""
    originals = [p.read_bytes().decode("utf-8-sig") for p in sorted(ARTICLES.glob("*.txt"))]
    for n in count():
        yield varied(originals[n % len(originals)], n // len(originals))


def plain() -> Iterator[str]:
    """Plain news without end."""
    chance = random.Random(20)
    while True:
        yield _article(chance)


def _article(chance: random.Random) -> str:
    head = f"{chance.choice(STORY)[:60].rsplit(' ', 1)[0]}\n\n"
    head += (
        f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(2005, 2025)}\n\n"
    )
    paragraphs = [
        " ".join(
            _filled(chance.choice(NEWS), chance) if chance.random() < 0.3 else chance.choice(STORY)
            for _ in range(chance.randint(2, 5))
        )
        for _ in range(chance.randint(5, 12))
    ]
    return head + "\n\n".join(paragraphs) + "\n"


def _filled(sentence: str, chance: random.Random) -> str:
    return sentence.format(
        name=f"{chance.choice(_SURNAMES)} {chance.choice(_MIDDLE)} {chance.choice(GIVEN)}",
        place=chance.choice(_PLACES), body=chance.choice(_BODIES), day=chance.randint(1, 28),
        month=chance.randint(1, 12), year=chance.randint(2010, 2025), n=chance.randint(12, 290),
        percent=f"{chance.randint(1, 30)},{chance.randint(1, 9)}", age=chance.randint(18, 80),
    )  # fmt: skip


KINDS = {"corpus": corpus, "plain": plain}


def sample(kind: str, megabytes: float) -> list[str]:
    """Articles of about so many megabytes (UTF-8) in all."""
    texts: list[str] = []
    left = megabytes * 1e6
    for text in KINDS[kind]():
        if left <= 0:
            break
        texts.append(text)
        left -= len(text.encode())
    return texts


def remember(benchmark: str, result: dict[str, Any]) -> None:
    """Add a line to the history: when, which commit, on what, and what came out."""
    asked = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    line = {
        "benchmark": benchmark,
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "commit": asked.stdout.strip(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        **result,
    }
    with HISTORY.open("a", encoding="utf-8") as f:
        f.write(json.dumps(line, ensure_ascii=False) + "\n")

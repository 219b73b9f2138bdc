"""Bare expressions, as one says them to an assistant: tables by value, and what has none.

There is no sentence around them, so they look ahead of the moment of asking: "thứ hai" is the
next Monday, "8 giờ" the next eight o'clock.
"""

from __future__ import annotations

import pytest
from cases import found

from trich.extract.dates import dates
from trich.extract.decrees import decrees

NOW = "2025-06-18T09:20"  # a Wednesday

DATES = {
    "2025-06-18": [
        "hôm nay", "ngày hôm nay", "bữa nay", "trong hôm nay", "hôm ni", "bữa ni",
        "nội trong hôm nay", "18/6", "18-6-2025", "ngày 18 tháng 6", "18 tháng sáu",
        "ngày 18 tháng này", "thứ tư tuần này", "thứ 4 này",
    ],
    "2025-06-17": [
        "hôm qua", "ngày hôm qua", "bữa qua", "1 ngày trước", "một ngày trước", "cách đây 1 ngày",
        "thứ ba vừa rồi", "thứ ba tuần này", "thứ 3 vừa qua", "hôm thứ ba", "bữa thứ ba",
    ],
    "2025-06-16": [
        "hôm kia", "ngày hôm kia", "bữa kia", "2 ngày trước", "hai hôm trước", "cách đây 2 hôm",
        "cách đây hai ngày", "thứ hai tuần này", "thứ 2 tuần này", "t2 tuần này", "hai bữa trước",
        "hôm thứ hai", "thứ hai vừa rồi", "thứ hai rồi",
    ],
    "2025-06-15": [
        "hôm kìa", "cách đây 3 hôm", "3 hôm trước", "3 bữa trước", "ba ngày trước",
        "chủ nhật vừa rồi", "chủ nhật tuần trước", "cn tuần trước", "chủ nhật tuần rồi",
        "chúa nhật tuần rồi", "cách nay 3 ngày", "ba hôm về trước", "hôm chủ nhật",
        "3 ngày trước đây",
    ],
    "2025-06-19": [
        "mai", "ngày mai", "trong ngày mai", "1 ngày nữa", "thứ năm", "thứ 5", "t5", "thứ năm này",
        "thứ năm tuần này", "thứ 5 tới", "vào thứ năm", "19/6", "19.6.2025", "ngày 19",
    ],
    "2025-06-20": [
        "ngày kia", "ngày mốt", "mốt", "2 ngày nữa", "hai ngày nữa", "hai hôm nữa", "2 bữa nữa",
        "thứ sáu", "thứ 6", "thứ sáu này", "thứ sáu tuần này", "ngày 20", "ngày hai mươi",
        "hai mươi tháng sáu", "sau 2 ngày nữa", "thứ sáu ngày 20", "thứ sáu ngày 20 tháng 6",
    ],
    "2025-06-21": [
        "ngày kìa", "3 ngày nữa", "ba bữa nữa", "3 hôm nữa", "thứ bảy", "thứ 7", "t7", "thứ bẩy",
        "thứ bảy này", "thứ bảy tuần này", "trong 3 ngày nữa", "3 ngày sau", "ngày 21/6",
    ],
    "2025-06-22": [
        "chủ nhật", "chúa nhật", "cn", "chủ nhật này", "chủ nhật tuần này", "cn tuần này",
        "ngày chủ nhật", "hai ngày sau ngày 20/6", "chủ nhật ngày 22 tháng 6",
    ],
    "2025-06-23": [
        "thứ hai", "thứ 2", "thứ hai tới", "thứ hai tuần sau", "thứ hai tuần tới", "t2 tuần sau",
        "t2 tuần tới", "thứ hai sau", "thứ 2 của tuần sau", "thứ hai ngày 23 tháng 6", "ngày 23",
        "hăm ba tháng sáu", "ngày hai mươi ba tháng sáu", "5 ngày nữa", "1 tuần trước ngày 30/6",
        "sau 5 ngày",
    ],
    "2025-06-24": ["thứ ba", "thứ ba tuần sau", "thứ ba tới", "thứ 3 tuần tới", "thứ ba sắp tới"],
    "2025-06-25": [
        "thứ tư", "thứ 4", "thứ tư tuần sau", "thứ tư tới", "thứ 4 của tuần tới", "thứ tư kế tiếp",
    ],
    "2025-06-30": [
        "ngày cuối tháng", "ngày cuối cùng của tháng", "ngày cuối cùng của tháng này",
        "thứ hai tuần sau nữa", "thứ 2 tuần sau nữa", "ngày cuối cùng của tháng 6", "ngày 30",
        "ngày cuối cùng của quý 2", "ngày cuối quý này", "thứ hai cuối cùng của tháng 6",
    ],
    "2025-07-01": [
        "ngày 1", "ngày 1 tháng 7", "mùng 1 tháng 7", "ngày đầu tháng 7", "mồng một tháng bảy",
        "ngày đầu tiên của tháng sau", "ngày đầu tiên của quý sau", "1/7", "ngày 1 tháng sau",
        "mùng 1 tháng sau",
    ],
    "2025-12-31": ["ngày cuối năm", "ngày cuối cùng của năm", "ngày cuối cùng trong năm", "31/12"],
    "2026-01-01": [
        "ngày đầu tiên của năm 2026", "tết dương lịch", "tết tây", "1/1/2026", "ngày 1 tháng 1",
        "ngày mùng 1 tháng 1",
    ],
    "2025-10-26": ["chủ nhật cuối cùng của tháng 10", "chủ nhật cuối tháng 10"],
    "2025-10-14": ["thứ ba thứ hai của tháng 10", "thứ ba tuần thứ hai của tháng 10/2025"],
    "2025-06-12": ["thứ năm tuần trước", "thứ 5 tuần vừa rồi", "thứ năm tuần qua", "t5 tuần rồi"],
    "2025-05-18": ["ngày 18 tháng trước", "ngày 18 tháng 5 vừa rồi"],
    "2025-07-15": ["ngày 15 tháng sau", "15 tháng 7", "ngày 15/7", "15/07/25", "15-7-2025"],
    "2024-09-02": ["quốc khánh năm ngoái", "ngày quốc khánh năm 2024", "2/9 năm ngoái"],
    "2025-09-02": [
        "quốc khánh", "lễ quốc khánh", "ngày quốc khánh", "2/9", "mùng 2 tháng 9", "lễ 2/9",
        "quốc khánh năm nay", "ngày tết độc lập",
    ],
    "2025-12-25": [
        "giáng sinh", "noel", "lễ giáng sinh", "ngày giáng sinh", "lễ noel", "nô en", "noel 2025",
        "giáng sinh năm nay", "giáng sinh này", "dịp giáng sinh",
    ],
    "2024-12-25": [
        "giáng sinh năm ngoái", "noel năm ngoái", "giáng sinh năm 2024", "giáng sinh vừa rồi",
    ],
    "2026-02-17": [
        "tết", "tết nguyên đán", "tết âm lịch", "tết ta", "mùng 1 tết", "mồng một tết",
        "tết năm sau", "tết bính ngọ", "tết nguyên đán 2026", "tết năm 2026", "tết cổ truyền",
        "tết này", "mùng 1 tháng giêng",
    ],
    "2025-01-29": ["tết năm nay", "tết ất tỵ", "tết 2025", "mùng 1 tết ất tỵ", "tết vừa rồi"],
    "2026-02-19": ["mùng 3 tết", "mùng ba tết", "mồng 3 tết", "ngày mùng 3 tết"],
    "2026-02-16": ["30 tết", "ba mươi tết", "ngày 30 tết"],
    "2026-03-03": ["rằm tháng giêng", "ngày rằm tháng giêng", "tết nguyên tiêu"],
    "2025-10-06": [
        "thứ hai đầu tiên của tháng 10", "thứ 2 đầu tiên của tháng mười", "tết trung thu",
        "trung thu", "rằm tháng 8", "rằm tháng tám", "rằm trung thu",
    ],
    "2025-09-06": ["rằm tháng bảy", "lễ vu lan", "vu lan", "15 tháng 7 âm lịch", "15/7 âm lịch"],
    "2026-04-26": [
        "giỗ tổ hùng vương", "giỗ tổ", "mùng 10 tháng 3", "10/3 âm lịch", "mùng mười tháng ba",
    ],
    "2026-03-08": ["8/3", "mùng 8 tháng 3", "quốc tế phụ nữ", "ngày quốc tế phụ nữ"],
    "2026-04-30": ["30/4", "ngày giải phóng miền nam", "lễ 30/4", "ngày thống nhất đất nước"],
    "2026-05-01": ["1/5", "quốc tế lao động", "ngày quốc tế lao động", "lễ lao động"],
    "2025-10-20": ["20/10", "ngày phụ nữ việt nam"],
    "2025-11-20": ["20/11", "ngày nhà giáo việt nam", "ngày nhà giáo"],
    "2026-02-14": [
        "lễ tình nhân", "valentine", "ngày valentine", "ngày lễ tình nhân", "3 ngày trước tết",
        "trước tết 3 ngày",
    ],
    "2025-10-31": ["halloween", "lễ halloween"],
    "2025-W24": [
        "tuần trước", "tuần rồi", "tuần vừa rồi", "tuần vừa qua", "tuần qua", "1 tuần trước",
        "hồi tuần trước",
    ],
    "2025-W25": ["tuần này", "trong tuần này", "tuần nay", "tuần hiện tại"],
    "2025-W26": [
        "tuần sau", "tuần tới", "tuần kế", "tuần sắp tới", "1 tuần nữa", "một tuần nữa",
        "tuần kế tiếp", "tuần tiếp theo",
    ],
    "2025-W27": ["tuần sau nữa", "2 tuần nữa", "hai tuần nữa", "tuần tới nữa"],
    "2025-W23": ["tuần trước nữa", "2 tuần trước", "cách đây 2 tuần", "hai tuần trước"],
    "2025-W25-WE": ["cuối tuần", "cuối tuần này", "dịp cuối tuần", "cuối tuần nay"],
    "2025-W26-WE": ["cuối tuần sau", "cuối tuần tới", "dịp cuối tuần sau"],
    "2025-W24-WE": ["cuối tuần trước", "cuối tuần rồi", "cuối tuần vừa rồi", "cuối tuần qua"],
    "2025-05": [
        "tháng trước", "tháng rồi", "tháng vừa rồi", "1 tháng trước", "tháng 5 vừa rồi",
        "hồi tháng 5",
    ],
    "2025-06": [
        "tháng này", "tháng 6", "tháng sáu", "trong tháng này", "tháng sáu này", "tháng ni",
    ],
    "2025-07": [
        "tháng sau", "tháng tới", "tháng 7", "tháng bảy", "một tháng nữa", "1 tháng nữa",
        "tháng 7 này", "tháng sắp tới",
    ],
    "2025-08": [
        "2 tháng nữa", "hai tháng nữa", "tháng 8", "tháng tám này", "tháng sau nữa", "tháng 08",
    ],
    "2025-04": [
        "2 tháng trước", "cách đây 2 tháng", "tháng tư vừa rồi", "tháng trước nữa",
        "tháng 4 năm nay",
    ],
    "2026-03": ["tháng 3 năm sau", "tháng ba sang năm", "tháng 3/2026", "tháng ba", "tháng 3"],
    "2024-10": ["tháng 10 năm ngoái", "tháng mười năm ngoái", "tháng 10 năm 2024"],
    "2025-Q2": ["quý này", "quý 2", "quý hai năm nay", "quý ii", "quý hiện tại"],
    "2025-Q1": ["quý trước", "quý 1 năm nay", "quý rồi", "quý vừa rồi", "quý đầu năm nay"],
    "2025-Q3": ["quý sau", "quý tới", "quý 3", "quý iii", "quý ba", "quý 3 năm nay"],
    "2018-Q4": ["quý 4 năm 2018", "quý 4/2018", "quý iv 2018", "quý cuối năm 2018"],
    "2025-H2": [
        "nửa cuối năm", "nửa sau năm nay", "6 tháng cuối năm", "nửa cuối năm nay", "nửa năm cuối",
    ],
    "2025-H1": ["nửa đầu năm", "6 tháng đầu năm", "nửa đầu năm nay", "nửa năm đầu"],
    "2025-06-16/2025-06-30": ["nửa cuối tháng", "nửa cuối tháng này", "nửa sau tháng 6"],
    "2025-06-01/2025-06-15": ["nửa đầu tháng", "nửa đầu tháng 6"],
    "2025": ["năm nay", "trong năm nay", "năm ni", "năm 2025", "năm ất tỵ"],
    "2024": [
        "năm ngoái", "năm trước", "năm rồi", "năm vừa rồi", "1 năm trước", "cách đây 1 năm",
        "năm giáp thìn",
    ],
    "2026": ["năm sau", "sang năm", "năm tới", "1 năm nữa", "một năm nữa", "năm bính ngọ"],
    "2023": ["năm kia", "2 năm trước", "năm trước nữa", "hai năm về trước"],
    "2027": ["2 năm nữa", "hai năm nữa", "năm sau nữa"],
    "2025-SU": ["mùa hè này", "hè này", "mùa hè năm nay", "mùa hè", "mùa hạ năm nay"],
    "2024-WI": ["mùa đông năm ngoái", "mùa đông 2024", "mùa đông năm 2024"],
    "2026-SP": ["mùa xuân năm sau", "mùa xuân tới", "xuân năm sau"],
    "2025-FA": ["mùa thu này", "mùa thu", "mùa thu năm nay", "mùa thu tới"],
    "203": ["thập kỷ tới", "thập niên tới"],
    "19": ["thế kỷ trước", "thế kỷ 20", "thế kỷ hai mươi"],
    "2025-05-08/2025-05-14": [
        "tuần thứ 2 của tháng 5 vừa rồi", "tuần thứ hai của tháng 5 năm nay",
        "tuần 2 tháng 5/2025",
    ],
    "2025-06-24/2025-06-30": [
        "tuần cuối tháng", "tuần cuối cùng của tháng 6", "tuần cuối tháng này",
    ],
    "2025-07-01/2025-07-07": [
        "tuần đầu tháng 7", "tuần đầu tiên của tháng sau", "tuần thứ nhất của tháng 7",
    ],
    "2025-06-18/2025-07-02": [
        "2 tuần tới", "trong 2 tuần tới", "trong vòng 2 tuần tới", "hai tuần tới", "14 ngày tới",
        "hai tuần sắp tới",
    ],
    "2025-06-04/2025-06-18": [
        "2 tuần qua", "hai tuần vừa qua", "trong 2 tuần vừa rồi", "2 tuần gần đây",
        "2 tuần trở lại đây", "2 tuần rồi",
    ],
    "2025-06-18/2025-06-21": ["3 ngày tới", "trong 3 ngày tới", "ba ngày tới"],
    "2025-03-18/2025-06-18": ["3 tháng qua", "ba tháng vừa rồi", "trong 3 tháng gần đây"],
    "2025-07-13/2025-07-15": [
        "từ ngày 13 đến ngày 15 tháng 7", "từ 13 đến 15 tháng 7", "13-15/7", "13 đến 15/7",
        "từ 13/7 đến 15/7", "13/7 - 15/7", "từ ngày 13 tới ngày 15/7", "13 - 15 tháng 7",
        "ngày 13 đến ngày 15 tháng bảy", "từ 13 tới 15 tháng 7",
    ],
    "2025-06-23/2025-06-27": [
        "từ thứ hai đến thứ sáu tuần sau", "thứ 2 đến thứ 6 tuần sau", "t2 - t6 tuần sau",
    ],
    "2025-06-18/2025-06-20": [
        "từ hôm nay đến ngày kia", "từ nay đến thứ sáu", "từ hôm nay đến thứ sáu", "2 ngày tới",
        "trong 2 ngày tới",
    ],
    "2025-07/2025-09": [
        "từ tháng 7 đến tháng 9", "tháng 7 đến tháng 9", "tháng 7-9/2025",
        "từ tháng bảy tới tháng chín",
    ],
    "2020/2024": [
        "từ năm 2020 đến năm 2024", "2020-2024", "từ 2020 đến 2024", "giai đoạn 2020-2024",
    ],
    "2025-06-18/2025-12-31": [
        "từ nay đến cuối năm", "từ giờ đến cuối năm", "từ hôm nay đến hết năm nay",
        "từ nay tới cuối năm",
    ],
    "2025-01-01/2025-06-18": [
        "từ đầu năm đến nay", "từ đầu năm tới giờ", "từ đầu năm đến hôm nay",
    ],
    "2026-02-13": ["thứ sáu ngày 13"],
    "2025-12-30": ["5 ngày sau giáng sinh", "sau giáng sinh 5 ngày"],
    "2026-02-03": ["trước tết 2 tuần", "hai tuần trước tết nguyên đán"],
    "2026-02-15": ["một ngày trước giao thừa"],
    "2028-02-29": ["29/2", "ngày 29 tháng 2"],
    "2024-02-29": ["ngày 29 tháng 2 năm 2024", "29/2/2024"],
    "2025-08-08": [
        "8/8", "8 tháng 8", "ngày tám tháng tám", "mồng tám tháng tám", "2025-08-08", "08.08.2025",
        "tám tháng tám năm hai nghìn không trăm hai lăm",
    ],
    "2026-04-05": ["lễ phục sinh"],
    "2025-11-27": ["lễ tạ ơn"],
    "2026-05-10": ["ngày của mẹ"],
    "2026-06-21": ["ngày của cha"],
    "2026-02-18": ["mùng 2 tết năm sau"],
    "2026-08-27": ["rằm tháng 7 năm sau"],
    "2025-07-12/2025-07-18": ["12 đến 18 tháng 7", "từ 12 đến 18/7"],
    "2026-Q1": ["quý đầu tiên của năm sau", "3 tháng đầu năm sau"],
    "2025-12": ["tháng cuối năm", "tháng 12"],
    "2025-12-25/2025-12-31": ["tuần cuối cùng của năm"],
    "2025-06-21/2025-06-30": ["10 ngày cuối tháng"],
    "2025-06-01/2025-06-18": ["từ đầu tháng đến giờ", "từ đầu tháng đến nay"],
}  # fmt: skip

TIMES = {
    "2025-06-18T15:30": [
        "3 giờ rưỡi chiều", "3 giờ rưỡi chiều nay", "15h30", "15:30", "15 giờ 30",
        "15 giờ 30 phút", "3h30 chiều", "3:30 chiều", "3:30pm", "3:30 pm", "3h30 pm", "lúc 15h30",
        "15g30", "3 rưỡi chiều", "vào lúc 3 giờ rưỡi chiều", "ba rưỡi chiều nay",
        "chiều nay 3 giờ rưỡi", "15h 30'", "chiều nay lúc 3h30", "4 giờ kém 30 chiều",
        "hồi 15 giờ 30", "mười lăm giờ ba mươi phút", "ba giờ rưỡi chiều", "3 giờ 30 phút chiều",
        "chiều 3h30", "lúc ba giờ ba mươi chiều", "hôm nay lúc 15:30", "15:30 hôm nay", "15h30p",
        "15 giờ rưỡi",
    ],
    "2025-06-19T15:30": [
        "3 giờ rưỡi chiều mai", "chiều mai lúc 3 giờ rưỡi", "15h30 ngày mai", "mai lúc 15h30",
        "15h30 mai", "ngày mai 15:30", "chiều mai 3 rưỡi", "mai 3 giờ rưỡi chiều",
        "3 rưỡi chiều mai", "lúc 3 giờ rưỡi chiều ngày mai", "15:30 thứ năm", "3h30 chiều thứ năm",
        "thứ năm lúc 15h30", "3 giờ rưỡi chiều ngày 19/6", "15h30 19/6", "15:30 ngày 19 tháng 6",
    ],
    "2025-06-18T16:00": [
        "4 giờ chiều", "4h chiều nay", "16h", "16 giờ", "bốn giờ chiều", "4 giờ đúng chiều nay",
        "16:00", "16 giờ đúng", "đúng 16 giờ", "đúng 4 giờ chiều",
    ],
    "2025-06-19T08:00": [
        "8 giờ sáng mai", "8h sáng mai", "mai 8 giờ sáng", "sáng mai lúc 8 giờ", "sáng mai 8h",
        "tám giờ sáng mai", "8 giờ sáng thứ năm", "8h mai", "sáng thứ năm lúc 8 giờ",
    ],
    "2025-06-19T07:45": [
        "8h kém 15 sáng mai", "sáng mai 8 giờ kém 15", "8 giờ kém mười lăm sáng mai",
        "7 giờ 45 sáng mai", "tám giờ thiếu mười lăm sáng mai", "kém 15 8 giờ sáng mai",
        "kém 15 phút 8 giờ sáng mai",
    ],
    "2025-06-18T20:00": [
        "8 giờ tối", "8 giờ tối nay", "tối nay 8 giờ", "20h", "8h tối nay", "tối nay lúc tám giờ",
        "20 giờ hôm nay",
    ],
    "2025-06-17T20:15": [
        "8 giờ 15 tối qua", "20h15 hôm qua", "tối qua lúc 8 giờ 15", "8h15 tối hôm qua",
        "tối hôm qua lúc 20 giờ 15 phút",
    ],
    "2025-06-18T12:00": [
        "12 giờ trưa", "12h trưa nay", "trưa nay 12 giờ", "12 giờ", "đúng ngọ",
        "mười hai giờ trưa", "12:00",
    ],
    "2025-06-18T13:00": ["1 giờ trưa", "1h trưa nay", "1 giờ chiều", "13h", "một giờ trưa nay"],
    "2025-06-19T00:00": [
        "nửa đêm", "nửa đêm nay", "12 giờ đêm", "12 giờ đêm nay", "0 giờ", "0h", "0h ngày 19/6",
        "24h hôm nay", "không giờ ngày mai", "0 giờ ngày mai",
    ],
    "2025-06-18T00:00": ["12 giờ đêm qua", "nửa đêm qua", "0 giờ hôm nay", "nửa đêm hôm qua"],
    "2025-06-19T02:00": [
        "2 giờ sáng mai", "2 giờ đêm nay", "2h sáng ngày mai", "2 giờ sáng", "hai giờ khuya nay",
        "2 giờ khuya",
    ],
    "2025-06-18T22:00": ["10 giờ đêm", "10 giờ đêm nay", "10h tối", "22h"],
    "2025-06-18T11:20": [
        "2 giờ nữa", "hai giờ nữa", "2 tiếng nữa", "hai tiếng đồng hồ nữa", "2h nữa",
        "trong 2 giờ nữa", "120 phút nữa", "sau 2 tiếng nữa",
    ],
    "2025-06-18T09:05": [
        "15 phút trước", "mười lăm phút trước", "cách đây 15 phút", "15p trước",
        "cách đây mười lăm phút",
    ],
    "2025-06-18T09:35": [
        "15 phút nữa", "mười lăm phút nữa", "sau 15 phút nữa", "15' nữa", "15p nữa",
        "trong vòng 15 phút nữa",
    ],
    "2025-06-18T09:50": ["nửa tiếng nữa", "nửa giờ nữa", "30 phút nữa", "ba mươi phút nữa"],
    "2025-06-18T10:50": [
        "một tiếng rưỡi nữa", "1 tiếng rưỡi nữa", "1 giờ 30 phút nữa", "90 phút nữa", "1h30 nữa",
        "một giờ rưỡi nữa",
    ],
    "2025-06-18T08:20": [
        "1 tiếng trước", "một giờ trước", "cách đây 1 tiếng", "1 tiếng đồng hồ trước",
        "60 phút trước",
    ],
    "2025-06-18TMO": [
        "sáng nay", "sáng hôm nay", "buổi sáng hôm nay", "sáng bữa nay", "sáng 18/6", "sáng ni",
    ],
    "2025-06-18TAF": [
        "chiều nay", "chiều hôm nay", "buổi chiều nay", "vào chiều nay", "xế chiều nay",
    ],
    "2025-06-18TEV": ["tối nay", "tối hôm nay", "buổi tối hôm nay", "tối bữa nay"],
    "2025-06-18TNI": ["đêm nay", "khuya nay", "đêm hôm nay", "khuya hôm nay"],
    "2025-06-18TMI": ["trưa nay", "trưa hôm nay", "giữa trưa nay", "giữa trưa"],
    "2025-06-19TMO": [
        "sáng mai", "sáng ngày mai", "sáng thứ năm", "sáng sớm mai", "rạng sáng mai", "sáng t5",
        "mai buổi sáng",
    ],
    "2025-06-19TEV": ["tối mai", "tối ngày mai", "tối thứ năm", "ngày mai vào buổi tối"],
    "2025-06-17TEV": ["tối qua", "tối hôm qua", "tối bữa qua"],
    "2025-06-17TNI": ["đêm qua", "đêm hôm qua", "khuya hôm qua", "hồi hôm", "khuya qua"],
    "2025-06-16TAF": ["chiều hôm kia", "chiều thứ hai tuần này"],
    "2025-06-20TAF": [
        "chiều ngày kia", "chiều mốt", "chiều thứ sáu", "chiều thứ 6 này", "chiều ngày mốt",
    ],
    "2025-06-28TEV": ["tối thứ bảy tuần sau", "tối thứ 7 tuần tới", "tối t7 tuần sau"],
    "2025-12-24TNI": ["đêm giáng sinh", "đêm noel"],
    "2026-02-16TNI": ["giao thừa", "đêm giao thừa", "đêm 30 tết"],
    "2025-06-19T09:30/2025-06-19T11:00": [
        "từ 9 giờ 30 đến 11 giờ thứ năm", "9h30 đến 11h thứ năm", "từ 9:30 đến 11:00 ngày mai",
        "thứ năm từ 9h30 đến 11h", "9:30 - 11:00 thứ năm", "sáng mai từ 9 rưỡi đến 11 giờ",
        "từ 9h30 tới 11h sáng mai", "giữa 9h30 và 11h sáng mai", "9h30-11h ngày 19/6",
        "mai từ 9h30 đến 11h",
    ],
    "2025-06-18T15:00/2025-06-18T17:00": [
        "từ 3 đến 5 giờ chiều", "3-5 giờ chiều", "15h-17h", "từ 15h đến 17h", "3 đến 5h chiều nay",
        "từ 3 giờ đến 5 giờ chiều", "chiều nay từ 3 đến 5 giờ", "15:00-17:00",
        "giữa 3 giờ và 5 giờ chiều",
    ],
    "2025-06-18T09:20/2025-06-18T11:20": [
        "2 giờ tới", "trong 2 tiếng tới", "trong vòng 2 giờ tới", "hai tiếng đồng hồ tới",
    ],
    "2025-06-18T09:05/2025-06-18T09:20": [
        "15 phút qua", "15 phút vừa rồi", "trong 15 phút gần đây",
    ],
    "2025-06-18T09:20": ["bây giờ", "ngay bây giờ", "ngay lúc này"],
    "2025-06-18T09:20:01": ["1 giây nữa", "một giây nữa"],
    "2025-06-18T09:19:30": ["30 giây trước"],
    "2025-06-18T09:19:58/2025-06-18T09:20:00": ["2 giây vừa rồi"],
    "2025-06-18T11:50": [
        "2,5 giờ nữa", "2 giờ rưỡi nữa", "hai tiếng rưỡi nữa", "12 giờ kém 10 trưa",
    ],
    "2025-06-20T07:30": ["thứ sáu lúc 7:30 sáng", "7 giờ rưỡi sáng thứ sáu"],
    "2025-06-20T19:00": ["7 giờ tối thứ sáu ngày 20 tháng 6 năm 2025"],
    "2025-06-21T18:00": ["6h chiều t7", "6 giờ chiều thứ bảy"],
    "2025-06-18T10:45": ["11 giờ kém 15", "11 giờ kém mười lăm"],
    "2025-06-18T09:20/2025-06-18T14:00": ["từ bây giờ đến 2 giờ chiều", "từ giờ đến 2 giờ chiều"],
    "2025-06-19T08:00/2025-06-19T17:00": ["8-17h", "từ 8h đến 17h ngày mai"],
    "2025-06-19TAF": ["đầu giờ chiều mai"],
}  # fmt: skip

DURATIONS = {
    "P2W": ["2 tuần", "hai tuần", "trong 2 tuần", "suốt hai tuần", "trong vòng 2 tuần"],
    "P1W": ["một tuần", "1 tuần", "trong một tuần", "một tuần lễ"],
    "P3D": ["3 ngày", "ba ngày", "3 ngày 2 đêm", "ba hôm", "trong ba ngày"],
    "PT2H": ["2 tiếng", "hai tiếng đồng hồ", "2 giờ đồng hồ", "trong 2 giờ"],
    "PT1H30M": ["một tiếng rưỡi", "1 tiếng rưỡi", "1 giờ rưỡi đồng hồ", "một tiếng 30 phút"],
    "PT30M": ["nửa tiếng", "nửa giờ", "30 phút", "nửa tiếng đồng hồ"],
    "PT45M": ["45 phút", "bốn mươi lăm phút", "45p"],
    "P1Y6M": ["một năm rưỡi", "1 năm rưỡi", "một năm 6 tháng"],
    "P1M": ["một tháng", "1 tháng"],
    "P1Y": ["một năm", "1 năm"],
    "P6M": ["nửa năm", "sáu tháng"],
    "P1D": ["một ngày"],
}  # fmt: skip

SETS = {
    "P1D": ["mỗi ngày", "hàng ngày", "hằng ngày"],
    "P1W": ["mỗi tuần", "hàng tuần", "hằng tuần"],
    "P2D": ["2 ngày một lần", "cách ngày", "mỗi 2 ngày", "hai ngày một lần", "cứ 2 ngày một lần"],
    "P1M": ["mỗi tháng", "hàng tháng"],
    "XXXX-WXX-1": [
        "mỗi thứ hai", "thứ hai hàng tuần", "thứ 2 mỗi tuần", "các ngày thứ hai hàng tuần",
    ],
    "XXXX-WXX-WE": ["mỗi cuối tuần", "cuối tuần hàng tuần"],
    "XXXX-XX-XXTMO": ["mỗi sáng", "mỗi buổi sáng", "sáng hàng ngày", "hàng sáng"],
    "XXXX-XX-XXT08:00": [
        "8 giờ sáng mỗi ngày", "8h sáng hàng ngày", "mỗi ngày lúc 8 giờ", "hàng ngày lúc 8h sáng",
    ],
    "XXXX-WXX-5TEV": ["tối thứ sáu hàng tuần", "mỗi tối thứ sáu"],
    "XXXX-XX-05": ["ngày 5 hàng tháng", "ngày mùng 5 hàng tháng", "ngày 5 mỗi tháng"],
    "XXXX-XX-XXT20:00": ["mỗi tối lúc 8 giờ", "8 giờ tối hàng ngày"],
    "XXXX-WXX-5T20:00": ["8h tối thứ 6 hàng tuần"],
    "XXXX-WXX-1T07:00": ["7h sáng thứ hai hàng tuần"],
    "XXXX-WXX-1/XXXX-WXX-5": ["từ thứ hai đến thứ sáu hàng tuần"],
    "P1Y": ["mỗi năm một lần", "hằng năm"],
}  # fmt: skip

MODIFIED = {
    ("2025-W26", "START"): ["đầu tuần sau", "đầu tuần tới"],
    ("2025-W26", "MID"): ["giữa tuần sau", "giữa tuần tới"],
    ("2025-06", "START"): ["đầu tháng", "đầu tháng này", "đầu tháng 6"],
    ("2025-06", "END"): ["cuối tháng", "cuối tháng này", "hạ tuần tháng 6"],
    ("2025-07", "MID"): ["giữa tháng sau", "giữa tháng 7", "trung tuần tháng 7"],
    ("2025", "END"): ["cuối năm", "cuối năm nay", "những ngày cuối năm"],
    ("2026", "START"): ["đầu năm sau", "đầu năm tới", "đầu năm 2026"],
    ("2025-Q3", "END"): ["cuối quý 3", "cuối quý sau"],
    ("2025-06-18T17:00", "AFTER"): ["sau [5 giờ chiều]", "sau [17h]", "sau [5 giờ chiều nay]"],
    ("2025-06-18T14:00", "BEFORE"): [
        "trước [2 giờ chiều]", "trước [14h]", "trước [hai giờ chiều]",
    ],
    ("2025-07-15", "BEFORE"): [
        "trước [ngày 15]", "trước [ngày 15/7]", "trước [15/7]", "trước [ngày 15 tháng sau]",
    ],
    ("2025-06-20", "AFTER"): ["sau [thứ sáu]", "sau [ngày 20/6]", "sau [ngày mốt]"],
    ("2025-06-20", "ON_OR_BEFORE"): [
        "chậm nhất là [thứ sáu]", "muộn nhất [ngày 20/6]", "đến hết [thứ sáu]",
    ],
    ("2025-06-20", "ON_OR_AFTER"): ["từ [thứ sáu] trở đi", "kể từ [ngày 20/6]", "từ [ngày mốt]"],
    ("2025-06-18T15:00", "APPROX"): [
        "khoảng [3 giờ chiều]", "tầm [3h chiều]", "chừng [15h]", "tầm khoảng [3 giờ chiều]",
    ],
    ("PT2H", "APPROX"): ["khoảng [2 tiếng]", "chừng [hai tiếng]", "gần [2 tiếng]", "độ [2 tiếng]"],
    ("PT2H", "MORE_THAN"): ["hơn [2 tiếng]", "trên [2 giờ đồng hồ]"],
    ("PT2H", "LESS_THAN"): ["chưa đầy [2 tiếng]", "dưới [hai tiếng]"],
    ("PT2H", "EQUAL_OR_MORE"): ["ít nhất [2 tiếng]", "tối thiểu [2 tiếng]"],
    ("PT2H", "EQUAL_OR_LESS"): ["tối đa [2 tiếng]", "không quá [2 tiếng]", "nhiều nhất [2 tiếng]"],
}  # fmt: skip

# What holds no time, said as barely.
NEGATIVES = {
    "fractions, ratios, scores": [
        "3/4", "1/2", "2/3", "2-1", "3-0", "tỷ số 3-2", "thắng 2-1", "tỉ lệ 1/10", "tỷ lệ 2:1",
        "24/7", "24/24", "3 phần 4", "một phần ba", "ba phần tư", "7/9 chỉ tiêu", "12/15 xã",
        "1.000",
    ],
    "numbers": [
        "hai mốt", "ba mươi mốt", "hai lăm", "năm mươi lăm", "năm trăm", "mười lăm", "một trăm",
        "2.025", "năm nghìn", "ba triệu rưỡi", "2 tỷ rưỡi", "năm rưỡi phần trăm", "12,5%", "9,5",
        "18.5 điểm", "hai mươi bốn", "1 triệu 2", "trăm rưỡi", "một vạn", "ba tá", "nửa triệu",
        "gấp đôi", "5,5 lần", "năm", "ba", "thứ tự", "hai nghìn người", "15 bàn", "19 ca", "tháng",
        "tuần", "ngày", "giờ",
    ],
    "phones, codes, versions": [
        "0912 345 678", "0912.345.678", "090-123-4567", "024.3846.2024", "1900 9095",
        "phiên bản 2.0.1", "v1.2.3", "bản 3.4", "10.1.2024.5", "mã 01-02-345", "30a-123.45",
        "vd-22179-15", "4k", "1080p", "a4", "b12", "h5n1", "covid-19", "mp3", "cop28",
        "isbn 978-604", "f0", "t34", "xe 29-h1 123.45", "số tài khoản 1903 2024 5678",
    ],
    "addresses, roads": [
        "số 5/7 lê lợi", "nhà số 12/5", "ngõ 30/4", "đường 30/4", "phường 2/9", "đường 3/2",
        "quận 3", "tầng 7", "phòng 302", "lô 12", "km 12", "km 12+500", "km12+500", "quốc lộ 1",
        "ql1a", "đường tháng tám", "phố hàng ngang", "cầu 19-5", "hẻm 51/10",
    ],
    "ages": [
        "5 tuổi", "18 tuổi", "5 tuổi rưỡi", "6 tháng tuổi", "bé 12 tháng tuổi", "32 tuần tuổi",
        "trên 60 tuổi", "tuổi hai mươi", "từ 6 đến 23 tháng tuổi", "thai 32 tuần",
    ],
    "names": [
        "anh ba", "chị hai", "ông năm", "bác tư", "cô bảy", "cậu sáu", "chú tám", "chị mai",
        "cây mai", "hoa mai", "xuân diệu", "thu hà", "mai vàng", "bà sáu thia", "năm cam",
    ],
    "ordinals": [
        "lần thứ hai", "lần thứ 3", "thứ nhất", "hạng hai", "hạng 3", "đứng thứ 5",
        "người thứ bảy", "vị trí thứ tư", "bài thứ hai", "chương 4", "điều 5", "khoản 3",
        "mũi thứ hai", "lớp 5", "khóa 12", "tập 3", "mục 2.1", "hình 5-2", "bảng 3.4", "trang 1/3",
    ],
    "prices, rates": [
        "25.000 đồng", "12 triệu đồng/tháng", "3 lần/ngày", "120 km/h", "5 mg/24h",
        "50.000 đồng/kg", "44/100.000", "1,2 triệu đồng/năm", "140/90 mmhg", "2 viên/lần",
        "60 km/giờ", "giá 1.250-2.000 đồng", "8%/năm", "0,5%/tháng",
    ],
    "vague or asking": [
        "gần đây", "vừa qua", "ngày xưa", "ngày nay", "hiện nay", "mai sau", "mai mốt", "mai này",
        "hôm nọ", "bữa nọ", "hổm rày", "bữa hổm", "dạo này", "lúc nào", "khi nào", "bao giờ",
        "mấy giờ", "mấy giờ rồi", "ngày nào", "hôm nào", "thứ mấy", "tháng nào", "năm nào",
        "bao nhiêu ngày", "mấy ngày nữa", "vài ngày nữa", "vài tuần trước", "mấy hôm nay",
        "nhiều năm", "sau này", "trước đây", "xưa nay", "từ trước đến nay", "lâu nay", "bấy lâu",
        "thời gian tới", "sắp tới", "trước kia", "ít lâu nữa", "lát nữa", "chốc nữa", "hồi xưa",
        "hồi đó", "hồi nãy", "những năm qua", "những ngày qua", "mấy tháng nay", "ngày càng",
        "đôi khi", "thỉnh thoảng", "luôn luôn",
    ],
    "other words": [
        "sáng tạo", "sáng kiến", "tối ưu", "tối thiểu", "tối đa", "chiều cao", "chiều dài",
        "hai chiều", "tuần hoàn", "tuần tra", "quý khách", "quý vị", "đá quý", "năm tháng",
        "tháng ngày", "giờ giấc", "đông người", "thu phí", "hè phố", "hạ giá", "hàng hóa",
        "hàng trăm", "mỗi người", "cách mạng", "cách nhau", "mùa màng", "xuân thì", "trưa trật",
        "đêm nhạc", "ngày công", "giờ chót", "giờ cao điểm", "bữa cơm", "ba bữa cơm", "hai bữa ăn",
        "3 bữa/ngày", "tiếng anh", "hai tiếng nói", "nửa đường", "giữa chừng", "cuối cùng",
        "đầu tiên", "đầu tư", "cuối bảng", "giai đoạn 2", "nhiệm kỳ", "thế kỷ", "chu kỳ",
        "kỳ nghỉ", "khóa học", "quý tử",
    ],
}  # fmt: skip


def _read(text: str) -> list[dict[str, object]]:
    return [m for m in found(text, decrees, dates, published=NOW) if m["kind"] == "date"]


def _cases(*tables: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(value, text) for t in tables for value, texts in t.items() for text in texts]


@pytest.mark.parametrize(("value", "text"), _cases(DATES, TIMES, DURATIONS, SETS))
def test_value(value: str, text: str) -> None:
    assert [m["value"] for m in _read(text)] == [value]


@pytest.mark.parametrize(
    ("value", "mod", "text"), [(*k, text) for k, texts in MODIFIED.items() for text in texts]
)
def test_modifier(value: str, mod: str, text: str) -> None:
    span = text.partition("[")[2].partition("]")[0] or text
    got = _read(text.replace("[", "").replace("]", ""))
    assert [(m["text"], m["value"], m["mod"]) for m in got] == [(span, value, mod)]


@pytest.mark.parametrize("text", [text for texts in NEGATIVES.values() for text in texts])
@pytest.mark.parametrize("published", [NOW, NOW[:10]])
def test_no_time(text: str, published: str) -> None:
    got = [m for m in found(text, decrees, dates, published=published) if m["kind"] == "date"]
    assert [(m["text"], m["value"]) for m in got] == []

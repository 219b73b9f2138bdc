"""Dates: tables of expressions by value, sentences with inline gold, and what is no date."""

from __future__ import annotations

import re

import pytest
from cases import found

from trich import Article
from trich.extract.dates import dates
from trich.extract.decrees import decrees

PUBLISHED = "2024-01-30"  # a Tuesday

# The expression stands in brackets where the sentence holds more than it.
DATES = {
    "2024-01-15": [
        "15/01/2024", "15/1/2024", "15-01-2024", "15.01.2024", "15.1.2024", "ngày 15/1/2024",
        "ngày 15 tháng 1 năm 2024", "Ngày 15 tháng 01 năm 2024", "15 tháng 1 năm 2024",
        "ngày 15/1", "ngày 15.1", "ngày 15-1", "ngày 15 tháng 1", "ngày mười lăm tháng một",
        "2024-01-15", "2024/01/15", "ngày 15/1/24", "thứ Hai, ngày 15/1/2024",
        "Thứ Sáu, 15/01/2024", "từ [ngày 15/1 năm nay] giá giảm", "January 15, 2024",
        "15 January 2024", "Jan 15, 2024", "chốt số liệu đến hết [ngày 15/1]",
    ],
    "2023-12-31": [
        "31/12/2023", "12/31/2023", "ngày 31/12", "đến [31/12]",
        "ngày ba mươi mốt tháng mười hai",
    ],
    "2020-05": [
        "tháng 5/2020", "tháng 5.2020", "tháng 5-2020", "tháng 05 năm 2020", "tháng Năm năm 2020",
        "ký kết từ [5/2020], dự án",
    ],
    "2023-11": [
        "tháng 11", "tháng Mười Một", "tháng 11 năm ngoái", "tháng 11/2023", "tháng 11 vừa qua",
    ],
    "2024-04": ["tháng tư", "tháng 4", "tháng 4 này", "tháng Tư năm nay", "tháng 4 tới"],
    "2023-12": ["tháng trước", "tháng vừa qua", "tháng 12", "tháng Mười Hai"],
    "2024-02": ["tháng tới", "tháng sau", "tháng 2", "sang [tháng 2]"],
    "2024-01": ["tháng này", "tháng 1", "tháng Một"],
    "2025-Q4": [
        "quý IV/2025", "Quý 4.2025", "Quý IV năm 2025", "quý 4/2025", "quý 4 năm 2025",
        "quý tư năm 2025",
        "quý cuối năm 2025", "3 tháng cuối năm 2025",
    ],
    "2024-Q1": ["quý này", "quý I", "quý I/2024", "quý 1 năm nay", "3 tháng đầu năm"],
    "2023-Q4": ["quý trước", "quý IV", "quý 4 năm ngoái"],
    "2024-H1": [
        "6 tháng đầu năm", "sáu tháng đầu năm 2024", "nửa đầu năm 2024", "6 tháng đầu năm nay",
        "2 quý đầu năm",
    ],
    "2023-H2": ["6 tháng cuối năm 2023", "nửa cuối năm ngoái"],
    "2024-03-01": ["ngày đầu tiên của tháng 3", "1 tháng 3"],
    "2024-03-01/2024-03-07": ["tuần đầu tháng 3", "tuần đầu tiên của tháng 3"],
    "2014-01-30/2024-01-30": ["10 năm nay", "hơn [10 năm qua]"],
    "2022/2023": ["2 năm 2022-2023", "năm 2022-2023", "từ [năm 2022 đến hết năm 2023]"],
    "2025-11/2025-12": ["2 tháng cuối năm 2025", "hai tháng cuối năm 2025"],
    "2024-01/2024-09": ["9 tháng đầu năm 2024", "9 tháng năm 2024", "chín tháng đầu năm"],
    "2024-01/2024-10": ["10 tháng năm 2024", "10 tháng đầu năm", "mười tháng năm 2024"],
    "2024-Q1/2024-Q3": ["từ [quý I đến quý III]"],
    "2023": [
        "năm 2023", "năm ngoái", "năm trước", "năm vừa qua", "năm qua", "năm vừa rồi",
        "năm hai nghìn không trăm hai mươi ba",
    ],
    "2024": ["năm nay", "năm 2024", "năm Giáp Thìn", "Xuân Giáp Thìn", "năm Giáp Thìn 2024"],
    "2025": ["năm sau", "năm tới", "sang năm", "năm Ất Tỵ", "năm 2025", "Xuân Ất Tỵ 2025"],
    "2022": ["năm kia", "2 năm trước", "cách đây 2 năm", "hai năm trước đây"],
    "199": ["thập niên 90", "những năm 1990", "thập niên 1990", "những năm 90 của thế kỷ trước"],
    "201": ["những năm 2010", "thập kỷ 2010"],
    "20": ["thế kỷ XXI", "thế kỷ 21", "thế kỷ này"],
    "19": ["thế kỷ XX", "thế kỷ thứ 20"],
    "2021/2025": [
        "2021-2025", "giai đoạn 2021-2025", "giai đoạn 2021 – 2025",
        "từ [năm 2021 đến năm 2025]", "giai đoạn từ năm 2021 đến năm 2025", "5 năm 2021-2025",
        "từ [2021 đến 2025]", "từ [năm 2021 đến 2025]", "giai đoạn 2021-25",
        "nhiệm kỳ 2021-2025",
    ],
    "2023/2024": ["năm học 2023-2024", "niên khóa 2023 - 2024"],
    "2025-11-09/2025-11-10": [
        "ngày 9-10/11/2025", "9-10/11/2025", "ngày 9 và 10/11/2025", "9 và 10/11/2025",
        "từ [ngày 9 đến ngày 10/11/2025]", "từ [9/11 đến 10/11/2025]", "hai ngày 9-10/11/2025",
        "từ [9/11/2025 đến 10/11/2025]", "9/11-10/11/2025",
        "từ [ngày 9 đến 10 tháng 11 năm 2025]",
    ],
    "2024-01-09/2024-01-11": [
        "ngày 9, 10 và 11/1/2024", "các [ngày 9, 10, 11/1]", "ba ngày 9, 10 và 11/1",
        "từ [9-11/1]", "từ [ngày 9 đến 11 tháng 1]",
    ],
    "2023-12-25/2024-01-05": [
        "từ [25/12/2023 đến 5/1/2024]", "từ [25/12/2023 đến 5/1]",
        "từ [ngày 25/12 đến 5/1/2024]",
    ],
    "2024-03/2024-05": [
        "từ [tháng 3 đến tháng 5/2024]", "tháng 3-5/2024", "từ [tháng 3 đến tháng 5]",
    ],
    "2025-Q1/2025-Q2": ["quý I-II/2025", "quý I và II/2025", "từ [quý I đến quý II/2025]"],
    "2020/2024-01-30": ["từ [năm 2020 đến nay]", "từ [2020 đến nay]"],
    "2024-01-01/2024-01-30": ["từ [đầu năm đến nay]", "từ [đầu tháng 1 đến nay]"],
    "2024-01-30/2030": ["từ [nay đến năm 2030]"],
    "2019-01-30/2024-01-30": ["5 năm qua", "năm năm qua", "5 năm gần đây", "5 năm trở lại đây"],
    "2024-01-30/2025-01-30": ["1 năm tới"],
    "2024-01-27/2024-01-30": ["3 ngày qua", "ba ngày vừa qua"],
    "2024-01-30/2024-02-13": ["2 tuần tới", "hai tuần tới", "14 ngày tới"],
    "2023-07-30/2024-01-30": ["6 tháng qua", "nửa năm qua"],
    "2024-03-01/2024-03-10": ["10 ngày đầu tháng 3"],
    "2024-03-16/2024-03-31": ["nửa cuối tháng 3"],
    "2024-01-30": ["hôm nay", "ngày hôm nay", "bữa nay"],
    "2024-01-29": [
        "hôm qua", "ngày hôm qua", "1 ngày trước", "thứ hai tuần này", "thứ Hai vừa qua",
        "thứ 2 tuần này",
    ],
    "2024-01-28": [
        "hôm kia", "2 ngày trước", "chủ nhật vừa rồi", "Chủ nhật tuần trước", "chủ nhật",
    ],
    "2024-01-31": ["ngày mai", "thứ tư tuần này", "thứ Tư tới"],
    "2024-02-01": ["ngày kia", "ngày mốt", "2 ngày nữa", "thứ năm tuần này", "thứ 5 này"],
    "2024-01-25": [
        "thứ 5 tuần trước", "thứ năm tuần trước", "hôm thứ Năm", "thứ Năm tuần vừa qua",
    ],
    "2024-02-06": ["thứ ba tuần sau", "thứ Ba tuần tới"],
    "2024-02-02": ["3 ngày sau", "ba ngày sau", "3 ngày nữa", "thứ sáu này"],
    "2024-W04": ["tuần trước", "tuần vừa qua", "tuần qua", "1 tuần trước"],
    "2024-W05": ["tuần này"],
    "2024-W06": ["tuần sau", "tuần tới", "một tuần nữa"],
    "2024-W03": ["2 tuần trước", "cách đây hai tuần"],
    "2024-W05-WE": ["cuối tuần này", "cuối tuần"],
    "2024-W04-WE": ["cuối tuần trước", "cuối tuần qua"],
    "2024-W06-WE": ["cuối tuần tới", "cuối tuần sau"],
    "2023-10": ["3 tháng trước", "ba tháng trước"],
    "2024-W10": ["tuần 10/2024", "tuần thứ 10 năm 2024"],
    "2024-02-12": ["mùng 3 Tết", "mồng 3 Tết", "mùng ba Tết Giáp Thìn"],
    "2024-02-24": ["rằm tháng Giêng", "ngày 15 tháng Giêng", "15/1 âm lịch"],
    "2024-02-15": ["ngày 06 Tết Xuân Giáp Thìn", "mùng 6 tháng Giêng"],
    "2025-01-27": ["28 tháng Chạp năm Giáp Thìn"],
    "2024-02-10": ["Tết Nguyên đán", "Tết Giáp Thìn", "Tết Nguyên đán 2024"],
    "2024-01-11/2024-02-09": ["tháng Chạp"],
    "2023-12-25": ["Giáng sinh", "lễ Giáng sinh", "Noel"],
    "2024-09-02": ["Quốc khánh", "Quốc khánh năm nay"],
    "2024-02-27": ["Ngày Thầy thuốc Việt Nam", "dịp [27/2]"],
    "2024-SU": ["mùa hè năm nay", "mùa hè 2024", "hè này"],
    "1954": ["năm 1954"],
    "1010": ["năm 1010"],
}  # fmt: skip

TIMES = {
    "2024-01-30TMO": [
        "sáng nay", "Sáng 30/1", "sáng 30/01/2024", "Sáng ngày 30/01/2024", "rạng sáng 30/1",
        "sáng sớm 30/1", "buổi sáng ngày 30/1", "sáng hôm nay", "sáng thứ Ba tuần này",
    ],
    "2024-01-30TAF": ["chiều nay", "chiều 30/1", "Chiều ngày 30 tháng 1"],
    "2024-01-30TEV": ["tối nay", "tối 30-1", "chiều tối 30/1"],
    "2024-01-30TMI": ["trưa nay", "trưa 30/1"],
    "2024-01-30TNI": ["nửa đêm", "nửa đêm nay", "đêm nay", "đêm 30/1", "khuya 30/1"],
    "2024-01-29TNI": ["đêm qua", "đêm hôm qua"],
    "2024-01-29TEV": ["tối qua", "tối hôm qua", "tối thứ Hai"],
    "2024-01-31TMO": ["sáng mai", "sáng ngày mai", "rạng sáng mai"],
    "2024-01-27TAF": ["chiều thứ bảy", "chiều thứ 7 tuần trước"],
    "2024-02-09TNI": ["đêm Giao thừa", "đêm 30 Tết"],
    "2024-01-30T16:18": [
        "30/01/2024 | 16:18 PM", "16:18 30/01/2024", "16:18, 30/01/2024", "30/01/2024 16:18",
        "Thứ Ba, ngày 30/01/2024 16:18", "Thứ Ba, 30/1/2024, 16:18 (GMT+7)",
        "30-01-2024 - 16:18", "Tuesday 2024-01-30 16:18", "2024-01-30 16:18",
        "16:18 | Thứ Ba, 30/01/2024",
        "16:18 - Thứ Ba, ngày 30/01/2024",
        "30/01/2024 | 04:18 PM", "16h18 ngày 30/1/2024", "16h18' ngày 30/1",
        "16 giờ 18 phút ngày 30/1", "khoảng [16 giờ 18 ngày 30-1]", "16h18 ngày 30-1",
        "16 giờ 18 phút chiều nay", "4 giờ 18 phút chiều 30/1",
        "Thứ Hai, ngày 30/01/2024 16:18",
    ],
    "2024-01-30T15:30": [
        "lúc [15h30]", "lúc [15:30]", "lúc [15 giờ 30 phút]", "lúc [15 giờ 30]",
        "lúc [3 giờ rưỡi chiều]", "[15h30], đoàn xuất phát", "vào lúc [15g30]",
        "lúc [15h30'], xe chạy",
    ],
    "2024-01-30T15:00": [
        "Đến khoảng [15h], nước rút", "nước dâng đến hơn [15h] thì rút", "Khoảng [15h], mưa ngớt",
        "lúc [3 giờ chiều]", "3 giờ chiều nay", "3 giờ chiều", "3h chiều", "lúc [15h]",
        "ba giờ chiều hôm nay",
    ],
    "2024-01-29T19:30": [
        "7 giờ rưỡi tối hôm qua", "19h30 ngày 29/1", "19h30 tối qua",
        "7 giờ 30 tối thứ hai tuần này",
    ],
    "2024-01-30T06:45": ["lúc [7 giờ kém 15]", "lúc [7 giờ kém mười lăm phút]", "6h45 sáng nay"],
    "2024-01-31T00:00": ["12 giờ đêm nay"],
    "2024-01-30T07:30/2024-01-30T11:30": [
        "từ [7h30 đến 11h30]", "7h30 - 11h30", "7h30-11h30 ngày 30/1",
        "từ [7 giờ 30 phút đến 11 giờ 30 phút]",
    ],
    "2024-02-01T09:30/2024-02-01T11:00": ["từ [9h30 đến 11h thứ năm tuần này]"],
    "2024-01-30TMO/2024-01-31TAF": ["từ [sáng 30/1 đến chiều 31/1]"],
    "2025-11-14T06:43": ["[Thứ Sáu, ngày 14/11/2025 06:43]Khai mạc trại hè"],
}  # fmt: skip

DURATIONS = {
    "P30Y": ["hành trình [30 năm] gắn bó", "ba mươi năm", "khoảng [30 năm]"],
    "P1000D": ["1.000 ngày"],
    "PT2H": ["2 giờ đồng hồ", "kéo dài [2 giờ]", "trong [2 tiếng]", "mất [hai tiếng đồng hồ]"],
    "P6M": ["nửa năm", "6 tháng", "sáu tháng"],
    "P9M": ["mang thai [9 tháng]", "trong [9 tháng], bé nặng hơn"],
    "PT45M": ["45 phút"],
    "PT30M": ["nửa giờ", "nửa tiếng", "30 phút"],
    "PT48H": ["48 giờ", "trong vòng [48h]"],
    "P1Y6M": ["một năm rưỡi"],
    "PT1H30M": ["trong [1 giờ 30 phút]"],
    "P2Y6M": ["2 năm 6 tháng"],
    "P20Y": ["hai thập kỷ", "20 năm"],
    "P100Y": ["trong [một thế kỷ]"],
    "P7Y/P8Y": ["lĩnh án từ [7-8 năm] tù"],
    "PT12H": ["ca trực kéo dài đến hơn [12h]", "chuyến bay mất khoảng [12h]"],
    "P3D/P5D": ["3-5 ngày", "từ [3 đến 5 ngày]"],
    "P1Y": ["trong [một năm]", "sau [1 năm]"],
    "P3W": ["3 tuần", "ba tuần lễ"],
}  # fmt: skip

SETS = {
    "P1Y": ["hàng năm", "hằng năm", "mỗi năm"],
    "P1M": ["hàng tháng", "mỗi tháng", "hằng tháng"],
    "P3M": ["hàng quý", "mỗi quý"],
    "P6M": ["khám định kỳ [6 tháng]", "6 tháng một lần"],
    "P1D": ["hàng ngày", "hằng ngày", "mỗi ngày"],
    "P5Y": ["5 năm một lần", "5 năm/lần", "mỗi 5 năm"],
    "P2W": ["hai tuần một lần", "mỗi hai tuần"],
    "XXXX-WXX-1": ["thứ hai hàng tuần", "mỗi thứ hai"],
    "XXXX-XX-15": ["ngày 15 hàng tháng"],
    "XXXX-07-27": ["ngày 27/7 hàng năm", "27 tháng 7 hằng năm"],
}  # fmt: skip

MODIFIED = {
    ("2023", "END"): ["cuối năm 2023", "cuối năm ngoái", "những tháng cuối năm 2023"],
    ("2024", "START"): ["đầu năm 2024", "đầu năm nay", "đầu năm", "những tháng đầu năm 2024"],
    ("2024-03", "START"): ["đầu tháng 3", "đầu tháng 3/2024", "thượng tuần tháng 3"],
    ("2024-03", "MID"): ["giữa tháng 3", "trung tuần tháng 3"],
    ("2024-01", "END"): ["cuối tháng", "cuối tháng này"],
    ("2024-Q2", "END"): ["cuối quý II"],
    ("19", "START"): ["đầu thế kỷ XX"],
    ("2024-01-30TAF", "START"): ["đầu giờ chiều 30/1", "đầu giờ chiều nay"],
    ("2024-W06", "START"): ["đầu tuần tới", "đầu tuần sau"],
}  # fmt: skip

# Several expressions in a sentence, and values that lean on what was said before.
SENTENCES = [
    "Sau khi họp [sáng 5/1|2024-01-05TMO], đoàn đi thực địa [chiều cùng ngày|2024-01-05TAF].",
    "[Năm 2022|2022], tỷ lệ này là 5%; [tháng 6|2022-06] đã giảm một nửa.",
    "Xưởng khởi công [ngày 3/4/2022|2022-04-03], [hai năm sau|2024] thì hoàn thành.",
    "Đoàn đến Huế [ngày 3/4/2022|2022-04-03]. [Ngày hôm sau|2022-04-04], đoàn đi Vinh.",
    "[Quý III/2023|2023-Q3] có 40 ca, giảm so với [cùng kỳ năm trước|2022-Q3].",
    "[Tháng 7/2023|2023-07] bán 9 tấn, giảm so với [tháng trước|2023-06] và [7 tháng/2023|"
    "2023-01/2023-07] đạt 60 tấn, tăng so với [cùng kỳ năm trước|2022-01/2022-07].",
    "Ước [năm 2024|2024] thu tăng so với [năm trước|2023] và giảm so với [cùng kỳ "
    "năm 2021|2021].",
    "Phấn đấu đến [năm 2030|2030], tầm nhìn [2045|2045].",
    "Lớp học mở các [ngày 5/3|2024-03-05], [8/3|2024-03-08] và [12/3|2024-03-12].",
    "[Hôm qua|2024-01-29] ([29/1|2024-01-29]), thành phố mưa to.",
    "[Chiều nay|2024-01-29TAF] ([29-1|2024-01-29]), chợ đóng cửa.",
    "Số liệu [quý 2|2024-Q2] đã có.",
    "Nhân Ngày hội Xanh ([12/5|2024-05-12]), trường trồng cây.",
    "Hội thảo Nước sạch [2023|2023] diễn ra trong [hai ngày 5-6/9/2023|2023-09-05/2023-09-06].",
    "Trong các [năm 2019|2019], [2020|2020] và [2021|2021], mùa nào cũng thiếu nước.",
    "Nghị quyết 20-NQ/TW [năm 2017|2017] và Thông tư 12/2024/TT-BYT [ngày 5/8/2024|2024-08-05].",
    "Ông Ba (SN [1985|1985]) nhập viện lúc [9h|2024-01-30T09:00], mổ trong [3 giờ|PT3H].",
    "[Thứ Sáu, ngày 14/11/2025 06:36|2025-11-14T06:36][Chiều "
    "13/11/2025|2025-11-13TAF], trường mở hội.",
    "Cứ [3 tháng/lần|P3M], trạm kiểm kê; [mỗi năm|P1Y] hai đợt.",
    "Danh y Trần Văn Tám ([1724 - 1791|1724/1791]) để lại nhiều bài thuốc.",
    "Kỳ nghỉ lễ [30/4 - 1/5|2024-04-30/2024-05-01] kéo dài [5 ngày|P5D].",
    "Giờ làm việc: [Thứ 2 - Thứ 6|XXXX-WXX-1/XXXX-WXX-5].",
    "Trạm tiêm các [ngày 15|2024-02-15], [17|2024-02-17] và [20/2|2024-02-20].",
    "[Chiều 29|2024-01-29TAF] và [sáng 30/1|2024-01-30TMO], đoàn ở Lào Cai.",
    "Mở cửa [sáng 7h30 - 11h30|XXXX-XX-XXT07:30/XXXX-XX-XXT11:30], [chiều 13h30 - "
    "17h00|XXXX-XX-XXT13:30/XXXX-XX-XXT17:00].",
    "Lễ trao giải diễn ra [chiều thứ Tư|2024-01-31TAF] ([31/1|2024-01-31]).",
    "Mừng [69 năm|P69Y] lập trường ([1/3/1955 - 1/3/2024|1955-03-01/2024-03-01]), "
    "tổng duyệt [sáng 28/2|2024-02-28TMO].",
    "[Sáng nay 30/1|2024-01-30TMO] trời rét; [7-9h "
    "tối|2024-01-30T19:00/2024-01-30T21:00] còn rét hơn.",
    "Từ [29 tháng Chạp đến mùng 5 tháng Giêng|2024-02-08/2024-02-14] nghỉ.",
    "Ngày ... tháng ... [năm 2024|2024]",
    "Cập nhật [08:15 - 12/03/2024|2024-03-12T08:15]",
    "Tuổi trẻ 1.0: [12 Tháng Ba, 2024|2024-03-12]",
    "[Mar 12, 2024 8:15 AM|2024-03-12T08:15]",
    "Hội nghị lần thứ 5 [năm 2024|2024] khai mạc.",
    "So với [cùng kỳ năm trước|2023], giá giảm: [tháng 11|2023-11] là 9, [tháng 12|2023-12] là 8.",
    "Sơ kết [6 tháng đầu năm|2023-H1], bàn việc [6 tháng cuối năm 2023|2023-H2].",
    "Tính chung [12 tháng|2023], tổng thu tăng; lũy kế [11 tháng|2023-01/2023-11] cũng tăng.",
    "Trong [12 tháng|2023], kim ngạch tăng.",
    "Báo cáo [Q3/2023|2023-Q3], [Q.IV/2023|2023-Q4] và [Q1-2024|2024-Q1].",
    "[Tuần 4|2024-W04] có 31 ca, ít hơn [tuần 3|2024-W03].",
    "Ghi: Hai tỷ, ba trăm năm mươi triệu đồng. Thai tuần 27 khỏe. Tuần 40 chưa đến.",
    "Bỏng độ 2, mổ sau [2 giờ|PT2H] cấp cứu, nằm viện [7-10 ngày|P7D/P10D].",
    "Trường thành lập [năm 1954|1954], đến nay tròn [70 năm|P70Y].",
]  # fmt: skip

# Text that holds no date at all.
NEGATIVES = [
    "ngày 1 người được 2 suất ăn",
    "Cách mạng Tháng Tám", "Trang 1/3, bảng 2.1", "tỷ số 3-2 ở phút thứ 90", "hình 5-2, mục 3.4.5",
    "học phí 1,2 triệu đồng/năm", "thưởng Tết", "bán 15.000 vé", "chi 2,5 tỷ", "cao 1m75",
    "có 2.025 ca mắc mới", "đạt 03/03 chỉ tiêu", "hoàn thành 7/9 chỉ tiêu", "cửa hàng mở 24/7",
    "trực 24/24", "huyết áp 140/90 mmHg", "tỷ lệ 12,5%", "44-45/100.000 trẻ đẻ sống",
    "105 bé trai/100 bé gái", "đội nhà thắng 2-1", "tăng 6-8 lần", "số 5/7 đường Lê Lợi",
    "nhà số 12/5 ngõ Hàng Bột", "gọi 1900 9095", "hotline 1900-2024", "ĐT: 024.3846.2024",
    "0912.345.678", "phiên bản 2.0.1", "thuốc VD-22179-15", "biển số 30A-123.45",
    "trẻ dưới 5 tuổi", "bé 12 tháng tuổi", "trẻ từ 6 đến 23 tháng tuổi", "cụ bà 80 tuổi",
    "lần thứ 2", "lần thứ hai", "đứng thứ 5 thế giới", "Thứ hai là công tác cán bộ",
    "Thứ ba, biến đổi khí hậu", "vấn đề thứ tư", "năm thứ ba đại học",
    "ngày thứ hai của hội nghị", "chị Năm và anh Hai", "ông Ba Sáu", "hiện nay", "thời gian tới",
    "vừa qua", "gần đây", "trong những năm qua", "trong những năm tới", "nhiều năm qua",
    "vài năm trước", "những năm gần đây", "ngày nay", "ngày càng", "ngày một tốt hơn",
    "giá 25.000 đồng/kg", "giá 1.250-2.000 đồng", "12 triệu đồng/tháng", "120 km/h",
    "3 lần/ngày", "5 mg/24h", "Nghị quyết 42-NQ/TW", "Thông tư 12/2024/TT-BYT",
    "Quyết định 2348/QĐ-TTg", "Công văn số 2025/BYT-DP", "COVID-19", "COP28", "điểm 9,5",
    "tăng 18.5 điểm", "lô số 2023", "phòng 2024", "tổng cộng 2024 người",
    "bán 1950 vé, thu 2020 nghìn đồng", "có từ 2000 đến 3000 người", "điểm sáng của ngành",
    "chiều cao trung bình", "tối thiểu 5 người", "sáng kiến hay", "quý vị đại biểu", "quý khách",
    "một số nước", "hai bên ký kết", "ba lĩnh vực chính", "anh nói 2 tiếng Anh và Pháp",
    "đầu tư 3/4 vốn", "một phần ba dân số", "3/4 diện tích", "tỷ lệ 1:10", "tỷ lệ pha 2:30",
    "tầng 7, tòa 5-9", "điều 5, khoản 3", "Ảnh 1.", "đường 30/4", "Bệnh viện 19-8", "phường 2/9",
    "2025 ca nhiễm", "mã 01-02-345", "chính quyền 2 cấp", "Bài 5: Tháng ngày", "con số 2.024",
    "IP 10.1.2024.5", "tập 3/2 phần", "bước sang trang", "Năm mới", "5 sao", "thuở xưa",
    "ngày xưa", "người đứng đầu", "hàng trăm người", "hàng chục nghìn tỷ", "mỗi người một việc",
    "khóa 5", "tiền tố 2024x", "99/2023/QH15", "từ 3/5 lên 4/5", "thẻ 1234-5678-2024",
    "bệnh nhân 2020", "trong năm", "ngày sinh", "ngày, tháng, năm sinh", "giờ giấc", "giờ đây",
    "tuần 27 của thai kỳ", "phòng Q3", "ở Q.3, nhà 12",
    "bạn lớp 3H", "khách quý 2 lần ghé thăm", "đá quý 3 màu", "đoạn 10.2017 m",
    "bây giờ", "hàng ngũ", "tuần hoàn máu", "thai 32 tuần tuổi",
]  # fmt: skip


def _gold(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """The plain text and the expressions of "… [expression|value] …"."""
    pairs = re.findall(r"\[([^\[\]|]+)(?:\|([^\[\]]+))?\]", marked)
    return re.sub(r"\[([^\[\]|]+)(?:\|[^\[\]]+)?\]", r"\1", marked), pairs


def _read(text: str, published: str | None = PUBLISHED) -> list[dict[str, object]]:
    # a line before it makes a bare expression part of a story
    story = "Bản tin\n" + text
    return [m for m in found(story, decrees, dates, published=published) if m["kind"] == "date"]


def _cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(value, text) for value, texts in table.items() for text in texts]


def _check(value: str, marked: str, kind: str) -> None:
    text, pairs = _gold(marked)
    expected = pairs[0][0] if pairs else text.removeprefix("khoảng ")
    got = [(m["text"], m["value"], m["type"]) for m in _read(text)]
    assert got == [(expected, value, kind)]


@pytest.mark.parametrize(("value", "text"), _cases(DATES))
def test_dates(value: str, text: str) -> None:
    _check(value, text, "DATE")


@pytest.mark.parametrize(("value", "text"), _cases(TIMES))
def test_times(value: str, text: str) -> None:
    _check(value, text, "TIME")


@pytest.mark.parametrize(("value", "text"), _cases(DURATIONS))
def test_durations(value: str, text: str) -> None:
    _check(value, text, "DURATION")


@pytest.mark.parametrize(("value", "text"), _cases(SETS))
def test_sets(value: str, text: str) -> None:
    _check(value, text, "SET")


@pytest.mark.parametrize(
    ("value", "mod", "text"), [(*k, text) for k, texts in MODIFIED.items() for text in texts]
)
def test_modifiers(value: str, mod: str, text: str) -> None:
    assert [(m["text"], m["value"], m["mod"]) for m in _read(text)] == [(text, value, mod)]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked: str) -> None:
    text, pairs = _gold(marked)
    assert [(m["text"], m["value"]) for m in _read(text)] == pairs


@pytest.mark.parametrize("text", NEGATIVES)
def test_no_date(text: str) -> None:
    assert [(m["text"], m["value"]) for m in _read(text)] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ngày 1/6", "XXXX-06-01"),
        ("hôm qua", "XXXX-XX-XX"),
        ("năm ngoái", "XXXX"),
        ("tuần trước", "XXXX-WXX"),
        ("lúc 15h30", "XXXX-XX-XXT15:30"),
        ("thứ Hai tuần này", "XXXX-WXX-1"),
        ("tháng 5", "XXXX-05"),
        ("từ đầu năm đến nay", "XXXX-01-01/XXXX-XX-XX"),
        ("từ năm 2020 đến nay", "2020/XXXX-XX-XX"),
        ("từ tháng 3/2021 đến nay", "2021-03/XXXX-XX-XX"),
        ("tính chung 9 tháng", "P9M"),
    ],
)
def test_without_publication(text: str, value: str) -> None:
    assert [m["value"] for m in _read(text, published=None)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("6 tháng đầu năm 2021 thu 9 tỷ. Quý III thu 4 tỷ.", ["2021-H1", "2021-Q3"]),
        ("6 tháng đầu năm 2021 thu 9 tỷ.\nQuý III thu 4 tỷ.", ["2021-H1", "XXXX-Q3"]),
        ("Sáng 5/3, chợ họp.\nTừ 5/3/2019, chợ có mái.", ["2019-03-05TMO", "2019-03-05"]),
        ("Sáng 5/3, chợ họp.\nTừ tháng 2/2019, chợ có mái.", ["XXXX-03-05TMO", "2019-02"]),
        (
            "Sáng 5/3, chợ họp.\nChợ họp ngày 5/3/2019 và 5/3/2018.",
            ["XXXX-03-05TMO", "2019-03-05", "2018-03-05"],
        ),
    ],
)
def test_years_on_a_page_without_a_date(text: str, values: list[str]) -> None:
    read = _read(text, published=None)
    assert [m["value"] for m in read] == values
    assert [m["begins"] is None for m in read] == [v.startswith("X") for v in values]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15 phút nữa", "2024-01-30T16:33"),
        ("2 giờ trước", "2024-01-30T14:18"),
        ("24 giờ qua", "2024-01-29T16:18/2024-01-30T16:18"),
    ],
)
def test_time_of_publication(text: str, value: str) -> None:
    assert [m["value"] for m in _read(text, published="2024-01-30T16:18:00")] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Giá lúa hôm nay 18/8 giảm", ["XXXX-08-18"]),
        ("Sáng nay 18/8 trời mưa", ["XXXX-08-18TMO"]),
        ("Chiều mai 20/8 họp", ["XXXX-08-20TAF"]),
        ("Hôm nay, 18/8, giá tăng", ["XXXX-XX-XX", "XXXX-08-18"]),
        ("khoảng 14h chiều qua, 4/3, cầu sập", ["XXXX-XX-XXT14:00", "XXXX-03-04"]),
        ("đội bị đẩy xuống hàng thứ ba, rồi đứng hàng thứ tư", []),
        ("Hàng thứ ba, tổ họp giao ban", ["XXXX-WXX-2"]),
        ("Họp từ 7h đến 11h ngày 20/1", ["XXXX-01-20T07:00/XXXX-01-20T11:00"]),
        ("Chị em làm 8 giờ một ngày", ["P1D"]),
        # may is the Vietnamese word, unless English stands before it or a year behind
        ("Lương công nhân may 8,1 triệu đồng, Công ty May 10 trả 9 triệu", []),
        ("xưởng may 12 chuyền; MAY 10 lãi lớn", []),
        ("held on May 8, then 9 May 2024", ["XXXX-05-08", "2024-05-09"]),
    ],
)
def test_days_on_a_page_without_date(text: str, values: list[str]) -> None:
    assert [m["value"] for m in _read(text, published=None)] == values


def test_a_date_never_crosses_a_line() -> None:
    assert [m["text"] for m in _read("họp ngày 5/3\n2024 là năm nhuận")] == ["ngày 5/3", "2024"]


@pytest.mark.parametrize(
    "unit", ["1/", "1 ", "năm ", "12/1, ", "ngày 1, ", "15h30 ", "2024-", "9-", "sáng ", "("]
)
def test_dense_text_gives_spans_apart(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    article = Article(text=text, published=PUBLISHED)
    dates(article)
    assert all(
        a.end <= b.start for a, b in zip(article.mentions, article.mentions[1:], strict=False)
    )

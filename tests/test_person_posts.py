"""Who holds which position: the four forms, lists, and what belongs to a role.

A case is a text and what each person of it holds, in order: `name | title | role |
organization`, and further positions as `+ role @ organization`.  `-` is nothing, `⏎` a new line.
"""

from __future__ import annotations

from typing import Any

import pytest
from cases import found

from trich.extract.organizations import organizations
from trich.extract.persons import persons

CASES = """
# A: position, unit and name without a mark between them
Chủ tịch UBND huyện Mai Châu Hà Công Thụ dự lễ.
  Hà Công Thụ | - | Chủ tịch | UBND huyện Mai Châu
Quyền Vụ trưởng Vụ Pháp chế Lê Văn Quý ký.
  Lê Văn Quý | - | Quyền Vụ trưởng | Vụ Pháp chế
Nguyên Phó Chủ tịch Thường trực Quốc hội Tòng Thị Phóng về thăm trường.
  Tòng Thị Phóng | - | Nguyên Phó Chủ tịch Thường trực | Quốc hội
Cố Thủ tướng Phạm Văn Đồng quê ở Mộ Đức.
  Phạm Văn Đồng | - | Cố Thủ tướng | -
Trưởng khoa Nhi Trần Minh Đạo khám cho bé.
  Trần Minh Đạo | - | Trưởng khoa | khoa Nhi
Tổng thống Pháp Emmanuel Macron đến Hà Nội.
  Emmanuel Macron | - | Tổng thống Pháp | -
Đại sứ Nhật Bản tại Việt Nam Ito Naoki chúc Tết.
  Ito Naoki | - | Đại sứ Nhật Bản tại Việt Nam | -
Bộ trưởng Quốc phòng Mỹ Lloyd Austin thăm Seoul.
  Lloyd Austin | - | Bộ trưởng Quốc phòng Mỹ | -
Nữ Thủ tướng Thái Lan Yingluck Shinawatra từ chức.
  Yingluck Shinawatra | - | Nữ Thủ tướng Thái Lan | -
Chủ tịch FPT Trương Gia Bình nói về phần mềm.
  Trương Gia Bình | - | Chủ tịch | FPT
# B: the name, a comma, the position
Bà Mai Lệ Quyên, Giám đốc Sở Y tế Hà Nội, trả lời.
  Mai Lệ Quyên | Bà | Giám đốc | Sở Y tế Hà Nội
Ông Lê Văn Quý, Trưởng phòng Quản lý đô thị, từ chối trả lời.
  Lê Văn Quý | Ông | Trưởng phòng | phòng Quản lý đô thị
Bà Đỗ Thị Vân, kế toán trưởng, bị bắt.
  Đỗ Thị Vân | Bà | kế toán trưởng | -
Ông Lê Văn Quý, chuyên viên, ký nhận.
  Lê Văn Quý | Ông | chuyên viên | -
Ông Hideo Mori, cố vấn trưởng dự án của JICA, phát biểu.
  Hideo Mori | Ông | cố vấn trưởng dự án | JICA
Bà Tăng Mỹ Duyên, giám đốc vùng nguyên liệu Công ty Gạo Sông Hậu, nói.
  Tăng Mỹ Duyên | Bà | giám đốc vùng nguyên liệu | Công ty Gạo Sông Hậu
Ông Kim Dae-hyun, HLV trưởng Bình Định, im lặng.
  Kim Dae-hyun | Ông | HLV trưởng | Bình Định
Bà Mai Lệ Quyên, Phó Tổng Giám đốc An Trạch, cảm ơn.
  Mai Lệ Quyên | Bà | Phó Tổng Giám đốc | An Trạch
Bà Lê Thị Ngà, Giám đốc bệnh viện, cho hay.
  Lê Thị Ngà | Bà | Giám đốc | bệnh viện
Kỹ sư Lại Thế Vượng, Chỉ huy trưởng gói thầu số 12, báo cáo.
  Lại Thế Vượng | - | Chỉ huy trưởng gói thầu số 12 | -
Chị Neang Sóc Kha, công chức văn phòng, được khen.
  Neang Sóc Kha | Chị | công chức văn phòng | -
Bà Trần Đoan Thục, Phó Trưởng phòng, Phòng Tổ chức cán bộ, nghe máy.
  Trần Đoan Thục | Bà | Phó Trưởng phòng | Phòng Tổ chức cán bộ
Anh Lều Vũ Chiến, bí thư chi đoàn thôn An Cư, cười.
  Lều Vũ Chiến | Anh | bí thư | chi đoàn thôn An Cư
Thượng tọa Thạch Suông, trụ trì chùa Prey Chóp, cùng dự.
  Thạch Suông | Thượng tọa | trụ trì | chùa Prey Chóp
Ông Khăm-phởi Sỉ-sa-vạt, Vụ phó thuộc Bộ Y tế Lào, quan sát.
  Khăm-phởi Sỉ-sa-vạt | Ông | Vụ phó | Bộ Y tế Lào
# C: a dash or brackets
TS Trần Minh Đạo - Viện trưởng Viện Dinh dưỡng khuyên ăn nhiều rau.
  Trần Minh Đạo | TS | Viện trưởng | Viện Dinh dưỡng
Ông Lê Văn Quý (nguyên Giám đốc Sở Tài chính Sơn La) hầu tòa.
  Lê Văn Quý | Ông | nguyên Giám đốc | Sở Tài chính Sơn La
Bị cáo Võ Khắc Duệ (SN 1967, cựu Chủ tịch UBND xã Cẩm Ninh) khai.
  Võ Khắc Duệ | Bị cáo | cựu Chủ tịch | UBND xã Cẩm Ninh
Bị cáo Phan Thị Lài (41 tuổi, kế toán) khóc.
  Phan Thị Lài | Bị cáo | kế toán | -
Đại biểu Lường Thị Mẩy (Đoàn Sơn La) tranh luận.
  Lường Thị Mẩy | - | Đại biểu | Đoàn Sơn La
Đại biểu Lường Thị Mẩy (Sơn La) tranh luận.
  Lường Thị Mẩy | - | Đại biểu | -
# D: positions that lead to a name behind them
Ủy viên Trung ương Đảng, Bộ trưởng Bộ Y tế Lê Văn Quý kết luận.
  Lê Văn Quý | - | Bộ trưởng | Bộ Y tế + Ủy viên @ Trung ương Đảng
Giám đốc Bệnh viện Bạch Mai, PGS.TS Trần Minh Đạo giới thiệu.
  Trần Minh Đạo | PGS.TS | Giám đốc | Bệnh viện Bạch Mai
Nguyên Chủ tịch HĐQT Sao Mai Bank, ông Nguyễn Đức Hưởng rời ghế.
  Nguyễn Đức Hưởng | ông | Nguyên Chủ tịch HĐQT | Sao Mai Bank
Trưởng ban tổ chức là ông Lê Văn Quý.
  Lê Văn Quý | ông | Trưởng ban | ban tổ chức
Đại diện Sở Y tế Sơn La, bác sĩ Cầm Thị Ưởng, góp ý.
  Cầm Thị Ưởng | bác sĩ | - | -
Chủ tịch sáng lập của quỹ là tiến sĩ Somchai Rattana.
  Somchai Rattana | tiến sĩ | Chủ tịch sáng lập | -
# posts that are given
Bộ trưởng bổ nhiệm ông Lê Văn Quý giữ chức Cục trưởng Cục Phòng bệnh.
  Lê Văn Quý | ông | Cục trưởng | Cục Phòng bệnh
Ngân hàng bầu ông Trần Ngọc Tâm vào vị trí Tổng giám đốc.
  Trần Ngọc Tâm | ông | Tổng giám đốc | -
Bổ nhiệm TS Ninh Đức Thạo làm trưởng khoa Luật.
  Ninh Đức Thạo | TS | trưởng khoa | khoa Luật
# further positions, parents and modifiers
Đồng chí Lê Văn Quý, Bí thư Tỉnh ủy kiêm Chủ tịch HĐND tỉnh, chủ trì.
  Lê Văn Quý | Đồng chí | Bí thư | Tỉnh ủy + Chủ tịch @ HĐND tỉnh
Ông Lê Văn Quý, Phó Vụ trưởng Vụ Kế hoạch - Tài chính, Bộ Y tế, nói.
  Lê Văn Quý | Ông | Phó Vụ trưởng | Vụ Kế hoạch - Tài chính
Ông Lê Văn Quý, Phó Chủ tịch phụ trách UBND tỉnh Sơn La, nói.
  Lê Văn Quý | Ông | Phó Chủ tịch phụ trách | UBND tỉnh Sơn La
Bà Jane Roe, Giám đốc Chương trình y tế lao động khu vực Đông Nam Á, nói.
  Jane Roe | Bà | Giám đốc Chương trình y tế lao động khu vực Đông Nam Á | -
Phó Trưởng ban Thường trực Ban Tổ chức Tỉnh ủy Lê Văn Quý dự.
  Lê Văn Quý | - | Phó Trưởng ban Thường trực | Ban Tổ chức Tỉnh ủy
# lists
Các Phó Chủ tịch UBND tỉnh: Lê Văn Quý, Trần Minh Đạo và Vừ A Dơ cùng dự.
  Lê Văn Quý | - | Phó Chủ tịch | UBND tỉnh
  Trần Minh Đạo | - | Phó Chủ tịch | UBND tỉnh
  Vừ A Dơ | - | Phó Chủ tịch | UBND tỉnh
Các ông Lê Văn Quý, Trần Minh Đạo làm Phó Chủ tịch.
  Lê Văn Quý | ông | Phó Chủ tịch | -
  Trần Minh Đạo | ông | Phó Chủ tịch | -
Có các đồng chí: Lê Văn Quý, Bí thư Tỉnh ủy; Trần Minh Đạo, Chủ tịch UBND tỉnh.
  Lê Văn Quý | đồng chí | Bí thư | Tỉnh ủy
  Trần Minh Đạo | đồng chí | Chủ tịch | UBND tỉnh
Các đồng chí: Lê Văn Quý - Bí thư Tỉnh ủy; Trần Minh Đạo - Phó Bí thư Tỉnh ủy cùng dự.
  Lê Văn Quý | đồng chí | Bí thư | Tỉnh ủy
  Trần Minh Đạo | đồng chí | Phó Bí thư | Tỉnh ủy
Các bị cáo: Lê Văn Quý (19 tuổi), Trần Minh Đạo (21 tuổi) cúi đầu.
  Lê Văn Quý | bị cáo | - | -
  Trần Minh Đạo | bị cáo | - | -
Thủ tướng Lê Văn Quý, Phó Thủ tướng Trần Minh Đạo và Bộ trưởng Bộ Tư pháp Vừ A Dơ tiếp khách.
  Lê Văn Quý | - | Thủ tướng | -
  Trần Minh Đạo | - | Phó Thủ tướng | -
  Vừ A Dơ | - | Bộ trưởng | Bộ Tư pháp
Ông Lê Văn Quý, Chủ tịch xã, bà Trần Thị Đào, Bí thư xã, và anh Vừ A Dơ, Trưởng bản, ra đón.
  Lê Văn Quý | Ông | Chủ tịch xã | -
  Trần Thị Đào | bà | Bí thư xã | -
  Vừ A Dơ | anh | Trưởng bản | -
# the body stands before, above, or in the next position
TM. ỦY BAN NHÂN DÂN⏎KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH⏎⏎Lộc Văn Slửa
  Lộc Văn Slửa | - | PHÓ CHỦ TỊCH | ỦY BAN NHÂN DÂN
T/M BAN CHẤP HÀNH⏎BÍ THƯ⏎(đã ký)⏎Kha Thị Pay
  Kha Thị Pay | - | BÍ THƯ | BAN CHẤP HÀNH
KT. TRƯỞNG THUẾ TỈNH⏎PHÓ TRƯỞNG THUẾ TỈNH⏎VI ĐỨC THỌ
  VI ĐỨC THỌ | - | PHÓ TRƯỞNG THUẾ | THUẾ TỈNH
- Sở Nội vụ (Giám đốc Lộc Văn Slửa phụ trách) rà biên chế.
  Lộc Văn Slửa | - | Giám đốc | Sở Nội vụ
Ông làm ở Ngân hàng Nhà nước (SBV), nơi bà Kha Thị Pay làm phó thống đốc.
  Kha Thị Pay | bà | phó thống đốc | SBV
Ông Lộc Văn Slửa, Chủ tịch HĐQT kiêm Tổng giám đốc Công ty Gạo Sao Mai, nói.
  Lộc Văn Slửa | Ông | Chủ tịch HĐQT | Công ty Gạo Sao Mai + Tổng giám đốc @ Công ty Gạo Sao Mai
Đồng chí Lộc Văn Slửa, Bí thư kiêm Chủ tịch UBND xã Tân Lập, dự.
  Lộc Văn Slửa | Đồng chí | Bí thư | - + Chủ tịch @ UBND xã Tân Lập
Ông Lộc Văn Slửa, Phó Giám đốc Sở, dẫn đầu đoàn.
  Lộc Văn Slửa | Ông | Phó Giám đốc | Sở
Bà Kha Thị Pay, Trưởng phòng quản lý và phát triển chợ của huyện, đáp.
  Kha Thị Pay | Bà | Trưởng phòng | phòng quản lý và phát triển chợ
Ông Lộc Văn Slửa, nguyên cán bộ Đội kiểm soát thuộc Cục Hải quan, khai.
  Lộc Văn Slửa | Ông | nguyên cán bộ | Đội kiểm soát
Bà Kha Thị Pay, Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh và đoàn đi xem.
  Kha Thị Pay | Bà | Trưởng Ban | Ban Kinh tế - Ngân sách HĐND tỉnh
Ông Lộc Văn Slửa - Bí thư xã cho rằng nên chờ.
  Lộc Văn Slửa | Ông | Bí thư xã | -
Nhạc sĩ Lộc Văn Slửa - giám đốc âm nhạc của phim - cười.
  Lộc Văn Slửa | - | giám đốc âm nhạc | -
Phó Bí thư Đảng ủy khối là hai đồng chí Lộc Văn Slửa và Kha Thị Pay.
  Lộc Văn Slửa | đồng chí | Phó Bí thư | Đảng ủy khối
  Kha Thị Pay | đồng chí | Phó Bí thư | Đảng ủy khối
Bà Kha Thị Pay trúng cử Bí thư Huyện ủy Mai Châu.
  Kha Thị Pay | Bà | Bí thư | Huyện ủy Mai Châu
Bà Kha Thị Pay, Phó trưởng Đoàn ĐBQH tỉnh, dự.
  Kha Thị Pay | Bà | Phó trưởng Đoàn | Đoàn ĐBQH tỉnh
Phó Chánh Văn phòng Bộ Y tế Hà Anh Đức trả lời.
  Hà Anh Đức | - | Phó Chánh Văn phòng | Bộ Y tế
# abroad
Quốc vụ khanh Ngoại giao Marc Lefort trả lời.
  Marc Lefort | - | Quốc vụ khanh Ngoại giao | -
Thị trưởng Seoul Park Won-bin từ chức.
  Park Won-bin | - | Thị trưởng Seoul | -
Thị trưởng New York Eric Bolton phát biểu.
  Eric Bolton | - | Thị trưởng New York | -
Thị trưởng Eric Bolton phát biểu.
  Eric Bolton | - | Thị trưởng | -
# several in brackets; a trade before the position
Tòa phạt Lộc Văn Slửa, Kha Thị Pay (hai cựu phó giám đốc) 5 năm tù.
  Lộc Văn Slửa | - | cựu phó giám đốc | -
  Kha Thị Pay | - | cựu phó giám đốc | -
VI ĐỨC THỌ (Kiến trúc sư, giảng viên Trường Đại học Xây dựng)
  VI ĐỨC THỌ | - | giảng viên | Trường Đại học Xây dựng
Bà Kha Thị Pay, luật sư, Giám đốc Công ty Luật Sao Mai, tư vấn.
  Kha Thị Pay | Bà | Giám đốc | Công ty Luật Sao Mai
# nobody's position
Bộ trưởng Bộ Y tế đề nghị các địa phương báo cáo. Ông Lê Văn Quý đã nghe.
  Lê Văn Quý | Ông | - | -
Không cần trợ lý: ông Trần Minh Đạo tự lái xe.
  Trần Minh Đạo | ông | - | -
Mẹ bệnh nhi N.A. kể với ông Lê Văn Quý.
  N.A. | bệnh nhi | - | -
  Lê Văn Quý | ông | - | -
# titles
PGS,TS Vương Khắc Tiệp mổ chính.
  Vương Khắc Tiệp | PGS,TS | - | -
Cùng đi có bác sĩ thú y Lộc Thị Slao.
  Lộc Thị Slao | bác sĩ thú y | - | -
Tôi gặp anh công nhân Lộc Văn Slửa ở cổng.
  Lộc Văn Slửa | anh | - | -
Bác sĩ người Ba Lan Anna Kowalska ở lại bản.
  Anna Kowalska | Bác sĩ | - | -
# the table's column, one position for several, what is told of the holder
Họ tên | Chức vụ | Đơn vị⏎Lê Văn Quý | Kế toán | Trạm Y tế⏎Trần Thị Sen | Điều dưỡng | Khoa Nhi
  Lê Văn Quý | - | Kế toán | Trạm Y tế
  Trần Thị Sen | - | Điều dưỡng | Khoa Nhi
Ba nguyên Phó tổng giám đốc là: Lê Văn Quý, Trần Minh Đạo và Võ Khắc Duệ.
  Lê Văn Quý | - | nguyên Phó tổng giám đốc | -
  Trần Minh Đạo | - | nguyên Phó tổng giám đốc | -
  Võ Khắc Duệ | - | nguyên Phó tổng giám đốc | -
Thủ tướng bị lật đổ Thaksin Shinawatra đang ở nước ngoài.
  Thaksin Shinawatra | - | Thủ tướng | -
Bà Mai Lệ Quyên, Phó giám đốc phụ trách kinh doanh Công ty Gạo Sông Hậu, trả lời.
  Mai Lệ Quyên | Bà | Phó giám đốc phụ trách kinh doanh | Công ty Gạo Sông Hậu
Trước sự góp mặt của giám khảo Mỹ Tâm, cả hội trường im lặng.
  Mỹ Tâm | - | giám khảo | -
THỦ TƯỚNG PHẠM MINH CHÍNH TIẾP ĐẠI SỨ MỸ MARC KNAPPER
  PHẠM MINH CHÍNH | - | THỦ TƯỚNG | -
  MARC KNAPPER | - | ĐẠI SỨ MỸ | -
# players and bylines
Goffin thua Basilashvili sau ba giờ.
  Goffin | - | - | -
  Basilashvili | - | - | -
Phút 70, Oseni đánh đầu trúng cột dọc.
  Oseni | - | - | -
Đường dừng lại ở đó. (Minh Tâm)
  Minh Tâm | - | - | -
Mưa đã tạnh từ trưa. MINH ĐẠO - MAI QUYÊN
  MINH ĐẠO | - | - | -
  MAI QUYÊN | - | - | -
Đường dừng lại ở đó. (Thanh Hóa)
Mưa đã tạnh từ trưa. (CÒN TIẾP)
# sentences of newspapers: brackets, lists, words between
Chủ tịch Nghiệp đoàn Nghề cá xã Bình Lộc (Tân Lạc) Lê Thanh Quý ra đón tàu.
  Lê Thanh Quý | - | Chủ tịch | Nghiệp đoàn Nghề cá xã Bình Lộc
Trưởng phòng các tuyến cầu đường Lê Đức Quý chia sẻ.
  Lê Đức Quý | - | Trưởng phòng | phòng các tuyến cầu đường
Ngồi cạnh là Sandro Rossini, vị chủ tịch hiện tại của Barca.
  Sandro Rossini | - | chủ tịch | Barca
Tại buổi lễ, TS. Lê Quý Tùng cũng được bổ nhiệm lại giữ chức vụ Phó Giám đốc ĐH Huế.
  Lê Quý Tùng | TS | Phó Giám đốc | ĐH Huế
Bà Mai Lệ Quyên – Chủ tịch HĐQT, kiêm Tổng Giám đốc Vinamilk từng kể.
  Mai Lệ Quyên | Bà | Chủ tịch HĐQT | Vinamilk + Tổng Giám đốc @ Vinamilk
Tàu do ngư dân Bùi Hát, xã Bình Lộc, huyện Tân Lạc làm thuyền trưởng cùng 13 bạn tàu.
  Bùi Hát | - | thuyền trưởng | -
Tàu do ngư dân Lê Lộc (37 tuổi, xã An Trạch) làm chủ tàu kiêm thuyền trưởng.
  Lê Lộc | - | chủ tàu | - + thuyền trưởng
Có 2 già làng: Lầu Xái Chơ (bản Huồi Sơn), Lầu Bá Sò (bản Trường Xuân).
  Lầu Xái Chơ | - | già làng | -
  Lầu Bá Sò | - | già làng | -
Ứng cử viên tổng thống Mitt Romney nhận thua.
  Mitt Romney | - | Ứng cử viên tổng thống | -
"""


def parse() -> list[Any]:
    out: list[Any] = []
    for line in CASES.strip().splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith("  "):
            out.append((line.replace("⏎", "\n"), []))
            continue
        first, *more = line.strip().split(" + ")
        name, title, role, organization = (None if f == "-" else f for f in first.split(" | "))
        held = [m.partition(" @ ") for m in more]
        others = [{"role": role, "organization": body or None} for role, _, body in held]
        out[-1][1].append((name, title, role, organization, others))
    return [pytest.param(*case, id=case[0][:60]) for case in out]


@pytest.mark.parametrize(("text", "expected"), parse())
def test_positions(text: str, expected: list[Any]) -> None:
    people = [m for m in found(text, organizations, persons) if m["kind"] == "person"]
    got = [
        (p["text"], p.get("title"), p.get("role"), p.get("organization"), p.get("roles", []))
        for p in people
    ]
    assert got == expected

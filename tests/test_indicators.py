"""Figures: where they begin and end, what they are worth, and what is none."""

from __future__ import annotations

import re
import time
from datetime import date
from typing import Any

import pytest
from cases import found
from hypothesis import given
from hypothesis import strategies as st
from indicator_sentences import FOUND
from indicator_sentences import NONE as MORE_NONE

from trich.article import Article, Mention
from trich.extract.dates import dates
from trich.extract.decrees import decrees
from trich.extract.indicators import indicators
from trich.extract.indicators.identity import key
from trich.extract.indicators.timespan import bounds
from trich.extract.locations import locations
from trich.extract.organizations import organizations
from trich.extract.persons import persons
from trich.lexicon import table

TODAY = "2024-06-15"

# Each figure stands in brackets; its value and unit follow in order.
SPANS: dict[str, list[tuple[str, list[tuple[Any, str | None]]]]] = {
    "percent": [
        ("Tỷ lệ tiêm chủng đầy đủ đạt [96,4%].", [(96.4, "%")]),
        ("Độ che phủ rừng của tỉnh còn [42.5%] diện tích tự nhiên.", [(42.5, "%")]),
        ("Có [88,1 %] số hộ dùng nước sạch.", [(88.1, "%")]),
        ("Khoảng [hai mươi phần trăm] học sinh bị cận thị.", [(20, "%")]),
        ("Chỉ số sản xuất tăng từ [5%] đến nay là [7,2%].", [(5, "%"), (7.2, "%")]),
        ("Lãi suất huy động ở mức [5,5-6%/năm].", [([5.5, 6], "%/năm")]),
        ("Từ [10% đến 15%] bệnh nhân phải nhập viện.", [([10, 15], "%")]),
        ("Chi phí giảm [20 - 30%] nhờ máy mới.", [([20, 30], "%")]),
        ("Nợ xấu giảm từ [4,6%] xuống dưới [3%].", [(4.6, "%"), (3, "%")]),
        ("Tỷ lệ thất nghiệp tăng [0,3 điểm phần trăm].", [(0.3, "điểm phần trăm")]),
        ("Tỷ suất chết thô là [6,1‰].", [(6.1, "‰")]),
        ("Kim ngạch đạt [1,2 tỷ USD] (tăng [15%]).",
         [(1200000000, "USD"), (15, "%")]),
    ],
    "money": [
        ("Tổng vốn đầu tư là [2.350 tỷ đồng].", [(2350e9, "VND")]),
        ("Giải ngân được [291,4 nghìn tỷ đồng].", [(291.4e12, "VND")]),
        ("Mức phạt từ [2 triệu đồng đến 5 triệu đồng].", [([2e6, 5e6], "VND")]),
        ("Hỗ trợ [500.000 đồng/người/tháng] cho hộ nghèo.", [(500000, "VND/người/tháng")]),
        ("Thu nhập bình quân đạt [65 triệu đồng/người/năm].", [(65e6, "VND/người/năm")]),
        ("Giá lúa ở mức [7.200-7.500 đồng/kg].", [([7200, 7500], "VND/kg")]),
        ("Xuất khẩu thu về [4,37 tỷ USD].", [(4.37e9, "USD")]),
        ("EU viện trợ [30 triệu euro].", [(30e6, "EUR")]),
        ("Nhật Bản cấp [1,5 tỷ yên].", [(1.5e9, "JPY")]),
        ("Vé vào cửa giá [50.000đ].", [(50000, "VND")]),
        ("Quỹ thu được [hai tỷ ba trăm triệu đồng].", [(2300e6, "VND")]),
        ("Khoản vay [150 triệu đô la Mỹ] đã ký.", [(150e6, "USD")]),
        ("Công ty bị phạt [3 triệu rưỡi đồng].", [(3.5e6, "VND")]),
        ("Mỗi hộ được vay [2-3 triệu đồng].", [([2e6, 3e6], "VND")]),
        ("Nhà tài trợ trao [1 tỷ 200 triệu đồng].", [(1200e6, "VND")]),
        ("Lương tăng từ [15] lên [20 triệu đồng/tháng].",
         [(15e6, "VND/tháng"), (20e6, "VND/tháng")]),
        ("Dự án [2 tỷ đồng] này đã xong.", [(2e9, "VND")]),
        ("Doanh thu đạt [320 tỷ].", [(320e9, "VND")]),
        ("Chủ quán bị phạt [12 500 000 đồng] tại chỗ.", [(12.5e6, "VND")]),
        ("Bà cụ gửi [12 500 đồng] vào hòm quỹ.", [(12500, "VND")]),
        ("Gói hỗ trợ trị giá [1 250 000 USD].", [(1.25e6, "USD")]),
        ("Huyện có [12 345 hộ], trồng [1 250 ha] lúa, thu [2 611 tỷ đồng].",
         [(12345, "hộ"), (1250, "ha"), (2611e9, "VND")]),
        ("Phường 5 [120 hộ nghèo], lớp 10 [300 em].", [(120, "hộ nghèo"), (300, "em")]),
        ("Ngày 12 [300 người] đến khám, thu [2 tỷ đồng].", [(300, "người"), (2e9, "VND")]),
        ("Ruộng nhà chị thu được [1 tấn 2], bán sạch.", [(1.2, "tấn")]),
        ("Nhà anh Tư cất [3 tạ 5].", [(3.5, "tạ")]),
        ("Bà đeo nhẫn vàng 18K, gọi số 912 345 678 để hỏi giá [5 triệu].", [(5e6, "VND")]),
        ("Đèn mới chỉ dùng [30 W], xưa là [150 W].", [(30, "W"), (150, "W")]),
        ("Phí thi [450.000 đồng/thí sinh].", [(450000, "VND/thí sinh")]),
        ("Sửa nhà với mức [40 triệu đồng/nhà].", [(40e6, "VND/nhà")]),
        ("Mua [20 triệu đồng/bộ bàn ghế] mới.", [(20e6, "VND/bộ bàn ghế")]),
        ("Nợ một khoản [7 tỷ đồng] và tài khoản có [3 triệu đồng].", [(7e9, "VND"), (3e6, "VND")]),
        ("Giao dịch tài khoản [12 triệu đồng].", [(12e6, "VND")]),
        ("Số tiền ([Hai mươi mốt tỷ, bốn trăm triệu đồng]) đã nộp.", [(21.4e9, "VND")]),
        ("Nộp [ba tỷ], [hai trăm người] đến.", [(3e9, "VND"), (200, "người")]),
        ("Chi [$500 triệu] cho năng lượng.", [(500e6, "USD")]),
        ("Hút về [29.850 tỷ đồng] bằng tín phiếu, lãi [5.000 đồng/triệu/ngày].",
         [(29850e9, "VND"), (5000, "VND/triệu/ngày")]),
        ("Cả nước có 2 đồng bằng lớn.", []),
    ],
    "measure": [
        ("Tuyến cao tốc dài [117,5 km] qua [3 tỉnh].", [(117.5, "km"), (3, "tỉnh")]),
        ("Sản lượng đạt [1,2 triệu tấn] gạo.", [(1.2e6, "tấn")]),
        ("Diện tích gieo cấy là [12.400 ha].", [(12400, "ha")]),
        ("Năng suất ước [68,5 tạ/ha].", [(68.5, "tạ/ha")]),
        ("Trạm xây trên [500 m2] đất.", [(500, "m2")]),
        ("Hồ chứa [2 triệu m3] nước.", [(2e6, "m3")]),
        ("Bụi mịn lên [120 µg/m3].", [(120, "µg/m3")]),
        ("Điện thương phẩm đạt [25,6 tỷ kWh].", [(25.6e9, "kWh")]),
        ("Nhà máy công suất [600MW].", [(600, "MW")]),
        ("Hạt tiêu [90 nghìn tấn], hạt điều [210 nghìn tấn].",
         [(90e3, "tấn"), (210e3, "tấn")]),
        ("Mẫu nước chứa [15 mg] chì.", [(15, "mg")]),
        ("Tuổi thọ bình quân của nữ đạt [77,2 tuổi].", [(77.2, "tuổi")]),
        ("Nhiệt độ cao nhất [38-40 độ C].", [([38, 40], "độ C")]),
        ("Lượng mưa [100-200mm], có nơi trên [350 mm].", [([100, 200], "mm"), (350, "mm")]),
        ("Xe chạy tối đa [80 km/h].", [(80, "km/h")]),
        ("Thu giữ [15 kg] ma túy và [2.000 viên] ma túy.", [(15, "kg"), (2000, "viên")]),
        ("Diện tích [331.212 km²].", [(331212, "km²")]),
        ("Trồng mới [250 héc-ta] rừng.", [(250, "héc-ta")]),
        ("Người dân hiến [3.400 mét vuông] đất.", [(3400, "mét vuông")]),
        ("Sữa tươi đạt [1,1 tỷ lít].", [(1.1e9, "lít")]),
        ("Tuổi thọ trung bình là [74,5 tuổi].", [(74.5, "tuổi")]),
    ],
    "multiple": [
        ("Số ca nặng gấp [3 lần] cùng kỳ.", [(3, "lần")]),
        ("Chi phí cao gấp [2 - 3 lần] bình thường.", [([2, 3], "lần")]),
        ("Quy mô tăng [1,8 lần] sau mười năm.", [(1.8, "lần")]),
        ("Nguy cơ cao hơn [5-7 lần] người khỏe.", [([5, 7], "lần")]),
    ],
    "rate": [
        ("Toàn tỉnh có [9,8 bác sĩ trên 10.000 dân].", [(9.8, "bác sĩ/10.000 dân")]),
        ("Phấn đấu đạt [35 giường bệnh/10.000 dân].", [(35, "giường bệnh/10.000 dân")]),
        ("Đến nay có [11,5 bác sĩ/vạn dân].", [(11.5, "bác sĩ/vạn dân")]),
        ("Tử vong mẹ còn [46/100.000 trẻ đẻ sống].", [(46, "/100.000 trẻ đẻ sống")]),
        ("Tỷ lệ mắc lao là [173/100.000 dân].", [(173, "/100.000 dân")]),
        ("Tỷ lệ mới mắc khoảng [8 ca/100.000 dân].", [(8, "ca/100.000 dân")]),
        ("Tỷ số giới tính là [111,5 bé trai/100 bé gái].", [(111.5, "bé trai/100 bé gái")]),
        ("Phòng khám tiếp [300 bệnh nhân/ngày].", [(300, "bệnh nhân/ngày")]),
        ("Mật độ đạt [290 người/km2].", [(290, "người/km2")]),
        ("Mức sinh là [1,96 con/phụ nữ].", [(1.96, "con/phụ nữ")]),
        ("Trạm bơm [5.000 m3/ngày đêm].", [(5000, "m3/ngày đêm")]),
    ],
    "count": [
        ("Bệnh viện có [1.200 giường bệnh] và [350 bác sĩ].",
         [(1200, "giường bệnh"), (350, "bác sĩ")]),
        ("Cả nước ghi nhận [66.386 ca mắc], [14 ca tử vong].",
         [(66386, "ca mắc"), (14, "ca tử vong")]),
        ("Hơn [2.025 ca bệnh] đã được xử lý.", [(2025, "ca bệnh")]),
        ("Có [80.000 trường hợp mắc] sốt xuất huyết.", [(80000, "trường hợp mắc")]),
        ("Đã khám cho [12 nghìn lượt người].", [(12000, "lượt người")]),
        ("Nhiều nhất là Tân Hạ ([982 ca]), kế đó An Phú ([916]), xã Mai ([7]).",
         [(982, "ca"), (916, "ca"), (7, "ca")]),
        ("Xã có [12 trường] (4), trong đó có trường Tân Lập (2).", [(12, "trường")]),
        ("Có [50,9 triệu lao động], trong đó dịch vụ [20,3 triệu], công nghiệp [17 triệu].",
         [(50.9e6, "lao động"), (20.3e6, "lao động"), (17e6, "lao động")]),
        ("Có [3 triệu người], quỹ thu [5 triệu].", [(3e6, "người"), (5e6, "VND")]),
        ("Bầu [12 nữ đại biểu], [3 tân Phó Giám đốc].",
         [(12, "nữ đại biểu"), (3, "tân Phó Giám đốc")]),
        ("Trao bằng cho [400 tân cử nhân], bắt [5 cựu cán bộ].",
         [(400, "tân cử nhân"), (5, "cựu cán bộ")]),
        ("Mua [40 tấn] nguyên liệu, có [2 nam].", [(40, "tấn"), (2, "nam")]),
        ("Khám cho [600 bệnh nhân nghèo], [35 trẻ em mồ côi].",
         [(600, "bệnh nhân nghèo"), (35, "trẻ em mồ côi")]),
        ("Thu [1 ĐTDĐ], [3 CMND] sau [56 vụ TNGT].",
         [(1, "ĐTDĐ"), (3, "CMND"), (56, "vụ TNGT")]),
        ("Đàn voi còn [14 cá thể], bầy vượn [6 cá thể].", [(14, "cá thể"), (6, "cá thể")]),
        ("Bắt [3 đầu nậu], [5 kẻ cầm đầu]; [6 liên danh] bỏ thầu.",
         [(3, "đầu nậu"), (5, "kẻ cầm đầu"), (6, "liên danh")]),
        ("Lãnh đạo [4 huyện thị xã] xem [12 môn] thi đấu.",
         [(4, "huyện thị xã"), (12, "môn")]),
        ("Đón [8,6 triệu lượt khách du lịch].", [(8.6e6, "lượt khách du lịch")]),
        ("Toàn huyện còn [1.135 hộ nghèo], chiếm [4,2%].", [(1135, "hộ nghèo"), (4.2, "%")]),
        ("Trao [150 suất quà] cho gia đình chính sách.", [(150, "suất quà")]),
        ("Thành lập [05 đoàn kiểm tra].", [(5, "đoàn kiểm tra")]),
        ("Tại TP.Hội An [9 ca], ở Châu Điều [7 ca], ở Tam Kỳ [6 ca].",
         [(9, "ca"), (7, "ca"), (6, "ca")]),
        ("Phong tỏa [2 bất động sản].", [(2, "bất động sản")]),
        ("Cần [02 kỹ thuật y], [01 nữ hộ sinh], [01 kế toán viên].",
         [(2, "kỹ thuật y"), (1, "nữ hộ sinh"), (1, "kế toán viên")]),
        ("Phát hiện [27 trường hợp] nhiễm khuẩn.", [(27, "trường hợp")]),
        ("Bồi dưỡng [150 cán bộ] y tế xã.", [(150, "cán bộ")]),
        ("Bồi dưỡng [150 cán bộ y tế] giỏi.", [(150, "cán bộ y tế")]),
        ("Khen [12 thầy, cô giáo].", [(12, "thầy, cô giáo")]),
        ("Cử [3 tổ chuyên gia].", [(3, "tổ chuyên gia")]),
        ("Bộ ban hành [12 Thông tư], [3 Chỉ thị].", [(12, "Thông tư"), (3, "Chỉ thị")]),
        ("Chính phủ trình [8 dự án luật].", [(8, "dự án luật")]),
        ("Đã tổ chức [25 lớp tập huấn] với [1.400 học viên].",
         [(25, "lớp tập huấn"), (1400, "học viên")]),
        ("Có [hai triệu người] tham gia.", [(2e6, "người")]),
        ("Mở đầu.\n[Nửa triệu người] xem.\n[Hai mươi lăm trạm y tế] mở cửa.",
         [(5e5, "người"), (25, "trạm y tế")]),
        ("Thu hồi [2 loại thuốc] giả.", [(2, "loại thuốc")]),
        ("Đàn bò đạt [6 triệu con], đàn lợn [25 triệu con].", [(6e6, "con"), (25e6, "con")]),
        ("Huyện có [12 xã, phường], [3 chợ] lớn.", [(12, "xã, phường"), (3, "chợ")]),
        ("Quân khu điều [200 chiến sĩ] giúp dân.",
         [(200, "chiến sĩ")]),
        ("Hơn [mười lăm nghìn công nhân] nghỉ việc.", [(15000, "công nhân")]),
        # The noun that is counted, not of what kind it is.
        ("Có [206 ca] ngộ độc, [37 ca] nhập viện và [2 ca tử vong].",
         [(206, "ca"), (37, "ca"), (2, "ca tử vong")]),
        ("Vùng này gồm [21 xã] bãi ngang và [8 xã] biên giới.", [(21, "xã"), (8, "xã")]),
        ("Khu đã thu hút [73 dự án] đầu tư của [90 doanh nghiệp] nước ngoài.",
         [(73, "dự án"), (90, "doanh nghiệp")]),
        ("Thu [1 bao tải] và [2 điện thoại] di động.", [(1, "bao tải"), (2, "điện thoại")]),
        ("Đã rà soát [40 cơ sở] kinh doanh vàng, [12 cơ sở y tế].",
         [(40, "cơ sở"), (12, "cơ sở y tế")]),
        ("Hỗ trợ [600 người] khuyết tật và [40 hộ nghèo].",
         [(600, "người"), (40, "hộ nghèo")]),
        ("Đo được [0,45 mg/lít khí thở], người kia [85 mg/100 ml máu].",
         [(0.45, "mg/lít khí thở"), (85, "mg/100 ml máu")]),
        ("Cá tra nhích [500 đồng/kg], bán với giá [31.500/kg].",
         [(500, "VND/kg"), (31500, "VND/kg")]),
        ("Tết xong tôi còn bán được [4 triệu rưỡi một tạ].", [(4.5e6, "VND/tạ")]),
        ("Đã thu [41,5 lượng] vàng và [2,35  tỷ USD].", [(41.5, "lượng"), (2.35e9, "USD")]),
        ("Xe khách chạy [4.600 lượt] (tăng [7%]), xe buýt ước đạt [9.200] "
         "(giảm [5%]).", [(4600, "lượt"), (7, "%"), (9200, "lượt"), (5, "%")]),
        ("Tiêm được [3,5 triệu liều] vắc xin.", [(3.5e6, "liều")]),
        ("Tỉnh có [11 huyện] và [177 xã].", [(11, "huyện"), (177, "xã")]),
        ("Hội nghị kết nối với [63 tỉnh, thành phố].", [(63, "tỉnh, thành phố")]),
        ("Có [450 cán bộ, chiến sĩ] tham gia cứu hộ.", [(450, "cán bộ, chiến sĩ")]),
        ("Khoảng [20-30 người] bị thương nhẹ.", [([20, 30], "người")]),
        ("Từ [5 đến 10 hộ dân] phải di dời.", [([5, 10], "hộ dân")]),
        ("Cháy làm [4 người] chết.", [(4, "người")]),
        ("Xã có [128 hộ] thoát nghèo.", [(128, "hộ")]),
        ("Đàn lợn giảm còn [24.500 con].", [(24500, "con")]),
        ("Bàn giao [60 căn nhà tình nghĩa].", [(60, "căn nhà tình nghĩa")]),
        ("Phát hiện [7 ổ dịch] mới.", [(7, "ổ dịch")]),
        ("Trường có [1.850 học sinh] và [92 giáo viên].",
         [(1850, "học sinh"), (92, "giáo viên")]),
        ("Thu hút [38 dự án] FDI.", [(38, "dự án")]),
        ("Có [1.250 doanh nghiệp] thành lập mới.", [(1250, "doanh nghiệp")]),
        ("Lực lượng chức năng xử lý [345 vụ vi phạm].", [(345, "vụ vi phạm")]),
        ("Tàu chở [1.600 hành khách].", [(1600, "hành khách")]),
        ("Cấp [2,3 triệu thẻ BHYT] cho người nghèo.", [(2.3e6, "thẻ BHYT")]),
        ("Giải quyết [98.760 hồ sơ] đúng hạn.", [(98760, "hồ sơ")]),
        ("Cắt giảm [120 thủ tục hành chính].", [(120, "thủ tục hành chính")]),
        ("Có [15 nhiệm vụ, giải pháp] trọng tâm.", [(15, "nhiệm vụ, giải pháp")]),
        ("Khởi tố [9 bị can].", [(9, "bị can")]),
        ("Việt Nam giành [28 huy chương vàng].", [(28, "huy chương vàng")]),
        ("Khai trương [2 cầu vượt].", [(2, "cầu vượt")]),
        ("Lắp đặt [40 camera] giám sát.", [(40, "camera")]),
        ("Lúc đầu chỉ có [6 y, bác sĩ].", [(6, "y, bác sĩ")]),
        ("Đoàn giành [11 HC vàng], [9 HC bạc].", [(11, "HC vàng"), (9, "HC bạc")]),
        ("Tòa xử bị cáo cùng [21 đồng phạm].", [(21, "đồng phạm")]),
        ("Buổi lễ có [2 Phó Thủ tướng] dự.", [(2, "Phó Thủ tướng")]),
        ("Phiên tòa có [2 hội thẩm nhân dân].", [(2, "hội thẩm nhân dân")]),
        ("Xe chở [4 người lớn] và [3 trẻ em].", [(4, "người lớn"), (3, "trẻ em")]),
        ("Nước này có [5 tỷ phú] trẻ.", [(5, "tỷ phú")]),
        ("Lộ diện Top [20 thí sinh] đẹp nhất.", [(20, "thí sinh")]),
        ("Trồng [1 triệu cây xanh].", [(1e6, "cây xanh")]),
        ("Cả nước có [705 đơn vị hành chính cấp huyện].", [(705, "đơn vị hành chính cấp huyện")]),
        ("Đoàn tặng [30 xe lăn] và [20 máy thở].", [(30, "xe lăn"), (20, "máy thở")]),
        ("Ngành giáo dục thiếu [118.000 giáo viên].", [(118000, "giáo viên")]),
        ("Ghi nhận thêm [11 bệnh nhân] COVID-19.", [(11, "bệnh nhân")]),
        ("Có tới [300 nghìn lao động] mất việc.", [(300000, "lao động")]),
        ("Trên [5.000 đại biểu] dự đại hội.", [(5000, "đại biểu")]),
        ("Có [18 cơ sở khám bệnh, chữa bệnh] vi phạm.", [(18, "cơ sở khám bệnh, chữa bệnh")]),
        ("Xuất bản [350 tin, bài] về dân số.", [(350, "tin, bài")]),
        ("Cứu sống [2 thuyền viên] trên biển.", [(2, "thuyền viên")]),
        ("Có [14 nước thành viên] phê chuẩn.", [(14, "nước thành viên")]),
    ],
    "unknown noun": [
        ("Cơ quan thu hồi [35 bánh pháo] lậu.", [(35, "bánh pháo")]),
        ("Khoảng [120 tiểu thương] đã chuyển sang chợ mới.", [(120, "tiểu thương")]),
        ("Làng có [80 nghệ sĩ] biểu diễn.", [(80, "nghệ sĩ")]),
        ("Nông dân thả [4.000 rọ cua] xuống đầm.", [(4000, "rọ cua")]),
        ("Có [25 chốt kiểm soát] ở cửa ngõ.", [(25, "chốt kiểm soát")]),
    ],
    "fraction": [
        ("Cứ [10 người] lại có người thừa cân.", [(10, "người")]),
        ("Tỉnh đạt [12/15 chỉ tiêu] chủ yếu.", [(12, "chỉ tiêu")]),
        ("Đã có [45/63 địa phương] báo cáo.", [(45, "địa phương")]),
        ("Hoàn thành vượt [9/10 tiêu chí] đề ra.", [(9, "tiêu chí")]),
        ("Dịch xảy ra ở [8/12 xã, phường] của quận.", [(8, "xã, phường")]),
    ],
    "bare": [
        ("Tổng tỷ suất sinh giảm còn [1,91].", [(1.91, None)]),
        ("Số ca mắc mới là [1.250], giảm [12%].", [(1250, "ca mắc"), (12, "%")]),
        ("Chỉ số hài lòng đạt [82,7 điểm].", [(82.7, "điểm")]),
    ],
}  # fmt: skip

NONE = {
    "names": [
        "Bác sĩ chuyên khoa 2 Bệnh viện Nhi và bác sĩ chuyên khoa 1 Lê An cùng mổ.",
        "Dịch COVID-19 và COVID 19 được kiểm soát.",
        "Cúm A/H5N1 và H1N1 lây chậm.",
        "Hội nghị COP28 bàn về khí hậu.",
        "Chính quyền 2 cấp đã vận hành.",
        "Mạng 5G phủ sóng khắp nơi.",
        "Bệnh viện Quân y 103 tiếp nhận người bệnh.",
        "Đề án 06 được triển khai rộng.",
        "Vitamin B12 và Omega-3 rất cần.",
        "Công nghiệp 4.0 mở ra cơ hội.",
        "Thuốc số đăng ký VD-22179-15 bị thu hồi.",
        "Xe tải BKS 51C - 40275 đâm vào cột điện.",
        "Mái nhà hư hại 1 phần.",
        "Trường lọt Top 10 khu vực.",
        "Chuyến bay VN123 hạ cánh an toàn.",
        "Bệnh viện 108 đã ghép gan.",
        "Đường 3/2 kẹt cứng.",
        "Tiểu đoàn 5 hành quân.",
        "Sự kiện diễn ra ở Khu 4 Hà Giang.",
        "Đội tuyển U23 Việt Nam thắng 2-1.",
        "Trang suckhoe24h.vn đưa tin.",
        "Biển số 29A-123.45 bị chụp.",
        "Tin từ VTV1 và kênh 14.",
    ],
    "legal": [
        "Theo Điều 5, khoản 2 của luật này.",
        "Căn cứ Quyết định số 281/QĐ-TTg.",
        "Nghị quyết 20-NQ/TW nêu rõ.",
        "Điểm b khoản 1 Điều 12 quy định.",
        "Phụ lục 3 kèm theo.",
        "Chương 2 mục 4 nói về thuốc.",
        "Quyết định 1093 của Bộ Y tế.",
        "Thông tư 07/2024/TT-BYT có hiệu lực.",
    ],
    "order": [
        "(1) Hoàn thiện thể chế; (2) Nâng cao năng lực.",
        "1. Tăng cường quản lý",
        "Cuộc họp lần thứ 2 của ủy ban.",
        "Đứng thứ 5 toàn quốc.",
        "Xếp hạng 3 trong khu vực.",
        "Ảnh 1. Bác sĩ khám bệnh.",
        "Hình 2 cho thấy rõ điều đó.",
        "Tập 7 phát sóng tối nay.",
        "Học sinh lớp 12 ôn thi.",
        "Phòng học ở tầng 3 rất sáng.",
        "Kỳ họp thứ 6 khai mạc.",
        "Giai đoạn 2 của dự án.",
        "Mũi 3 nên tiêm sớm.",
        "Đợt 1 kết thúc tốt đẹp.",
        "Bệnh nhân số 17 đã khỏi.",
        "Phường 5, quận 3 có dịch.",
        "Thôn 7 đã có điện.",
    ],
    "time": [
        "Trẻ dưới 5 tuổi cần tiêm.",
        "Người từ 60 tuổi trở lên được miễn phí.",
        "Sau 30 năm xây dựng.",
        "Dinh dưỡng 1.000 ngày đầu đời.",
        "Lúc 16:18 cùng ngày.",
        "Hồi 7 giờ 30 phút sáng.",
        "Cuộc phẫu thuật kéo dài 6 tiếng.",
        "Trực 24/7 và 24/24.",
        "Ngày 15/9, Bộ Y tế họp.",
        "Tháng 10 tỉnh có mưa.",
        "Năm 2023 nhiều việc khó.",
        "Giai đoạn 2021-2025 đã qua.",
        "Phạt 3 năm tù.",
        "Nghỉ 2 tuần rồi quay lại.",
        "Thế kỷ 21 là thế kỷ của số hóa.",
    ],
    "vague": [
        "Hai bên đã thống nhất.",
        "Tại buổi làm việc, 2 bên trao đổi.",
        "Một số bệnh nhân nặng.",
        "Có 1 số ưu tiên khác.",
        "Hàng nghìn người đổ ra đường.",
        "Nhiều triệu người xem.",
        "Ba bệnh viện lớn cùng ký.",
        "Quan hệ giữa 2 nước tốt đẹp.",
        "Vài chục hộ bị ngập.",
        "Ba phần tư hộ dân đã có điện.",
        "Thắng lợi bước 1 cách dễ dàng.",
        "Ông Năm kể chuyện cũ.",
        "Anh Ba làm nghề đánh cá.",
    ],
    "numbers of things": [
        "Gọi 0912345678 để đặt lịch.",
        "Điện thoại 024.3825.1234 luôn mở.",
        "Đường dây nóng 1900 9095 tiếp nhận phản ánh.",
        "Số 138A Giảng Võ, Ba Đình, Hà Nội.",
        "Mã hồ sơ 000123456 bị lỗi.",
        "Quốc lộ 1 tắc dài.",
        "Huyết áp quá thấp là nguy hiểm.",
        "Mỗi tuần khám 2 lần.",
        "Tỷ số là 3-0.",
        "Thu hồi lô thuốc Amoxicilin 250mg và viên Ibuprofen 400 mg.",
        "Theo Điều 12 và khoản 3 đ của quy chế.",
        "Khai mạc Kỳ 9 tại hội trường.",
        "Chi nhánh tại ngõ 12 phố Huế.",
    ],
}


# The fields of the figure in brackets (the first one, where there are several).
FIELDS: dict[str, list[tuple[str, Any]]] = {
    "modifier": [
        ("Tỷ lệ đạt khoảng [80%].", "approx"),
        ("Có gần [300 hộ dân] bị ngập.", "approx"),
        ("Ước đạt [12 tỷ USD].", "approx"),
        ("Thu hơn [5 tỷ đồng].", "more_than"),
        ("Trên [90%] người dân đồng ý.", "more_than"),
        ("Còn dưới [1%] hộ nghèo.", "less_than"),
        ("Chưa đến [40%] số trạm có bác sĩ.", "less_than"),
        ("Cắt giảm ít nhất [30%] chi phí.", "at_least"),
        ("Diện tích tối thiểu [25 m2].", "at_least"),
        ("Không quá [15 học sinh] mỗi nhóm.", "at_most"),
        ("Tối đa [50 triệu đồng].", "at_most"),
        ("Phạt từ [20 triệu đồng] trở lên.", "at_least"),
        ("Tỷ lệ (≤[0,09%]).", "at_most"),
        ("Lãi suất cao hơn [2%] so với trước.", None),
        ("Vượt [3/3 chỉ tiêu] được giao.", None),
        ("Chạy với tốc độ [60 km/h].", None),
    ],
    "total": [("Đạt [7/9 chỉ tiêu] đề ra.", 9), ("Có [45/63 địa phương] báo cáo.", 63)],
    "status": [
        ("Bảo đảm tỷ lệ tiêm nhắc đạt trên [92%].", "target"),
        ("Các xã cần nâng tỷ lệ dùng nước sạch lên [97%].", "target"),
        ("Vùng núi cần thêm [40 bác sĩ].", "target"),
        ("Chỉ cần giảm [3 kg] là khỏe.", "actual"),
        ("Bệnh viện bảo đảm tốt hậu cần, đã mổ cho [30 ca].", "actual"),
        ("Tỷ lệ đạt đường huyết mục tiêu tăng từ [20%] lên 32%.", "actual"),
        ("Có 5 bác sĩ (mục tiêu 6 bác sĩ), [20 giường bệnh].", "actual"),
        ("Cả xã đạt 80% (kế hoạch [90%]).", "target"),
        ("Đường vừa xây dài [3 km].", "actual"),
        ("Phấn đấu đến năm 2030 đạt [95%] dân số.", "target"),
        ("Mục tiêu giảm tỷ lệ mắc xuống dưới [10%] vào năm 2030.", "target"),
        ("Tỉnh sẽ xây mới [20 trạm y tế].", "target"),
        ("Dự kiến thu [500 tỷ đồng].", "target"),
        ("Kết quả rất cao, vượt xa chỉ tiêu đề ra là [25%].", "target"),
        ("Tỉnh đã xây mới [20 trạm y tế].", "actual"),
        ("Dự kiến đến Tết xong cầu. Ước cả năm thu [18 tỷ đồng].", "actual"),
        ("Ngành hoàn thành [5/5 chỉ tiêu].", "actual"),
        ("Giải ngân đạt [85%] kế hoạch.", "actual"),
        ("Thực hiện chương trình mục tiêu quốc gia, có [50 xã] về đích.", "actual"),
    ],
    "period": [
        ("Năm 2023, toàn tỉnh có [120 ca mắc].", "2023"),
        ("Có [120 ca mắc] trong năm 2022.", "2022"),
        ("Quý I/2024, xuất khẩu đạt [8 tỷ USD], tăng mạnh so với năm 2023.", "2024-Q1"),
        ("Tỷ lệ này giảm từ [19,6%] năm 2020 xuống 18,2% năm 2023.", "2020"),
        ("Có [95%] trẻ được tiêm theo Quyết định số 12/QĐ-BYT ngày 5/3/2021.", None),
        ("Năm 2022, ngành y tế gặp khó.\n\nTỷ lệ hài lòng đạt [91%].", "2022"),
        ("Số ca gấp [3,4 lần] cùng kỳ năm ngoái.", None),
        ("Sản lượng bằng [85%] năm 2020.", None),
        ("Con số ấy thấp hơn mức [2,1%] của cùng kỳ năm 2022.", "2022"),
        ("Giá lên cao nhất kể từ năm 2011, tăng [12%].", None),
        ("Mục tiêu cả năm [52 tỷ USD].", "2024"),
        ("Cùng kỳ năm 2023 là [4,2%].", "2023"),
        ("Năm 2023 (năm 2022 có 9 ca), tỉnh ghi nhận [12 ca].", "2023"),
        ("Trong mùa lũ, số ca giảm [18%]: tháng 4 có 12 ca.", None),
        ("Tháng này, tỷ lệ là [12%].", "2024-06"),
    ],
    "property": [
        ("Đến nay, tỷ lệ bao phủ bảo hiểm đạt [93%] dân số.", "tỷ lệ bao phủ bảo hiểm"),
        ("Khu vực dịch vụ tăng [6,3%].", "Khu vực dịch vụ"),
        ("Có [88%] hộ gia đình dùng nước sạch.", "hộ gia đình dùng nước sạch"),
        ("Tỷ suất tử vong mẹ giảm chậm, dao động [44-46/100.000 trẻ đẻ sống].",
         "Tỷ suất tử vong mẹ"),
        ("Chính phủ ban hành [4 Nghị định].", "Chính phủ ban hành"),
        ("Năm qua, Thủ tướng Chính phủ ban hành [8 Quyết định].", "Thủ tướng Chính phủ ban hành"),
        ("Có [120 ca mắc] sốt xuất huyết tại tỉnh.", "ca mắc sốt xuất huyết"),
        ("Cả nước có [9,8 bác sĩ trên 10.000 dân].", "bác sĩ"),
        ("Trong số đó [30%] là phụ nữ nghèo.", "phụ nữ nghèo"),
        ("Số ca tử vong giảm [79 trường hợp].", "Số ca tử vong"),
        ("Vốn vay thực hiện đạt [2,4 tỷ USD].", "Vốn vay thực hiện"),
        ("Số vụ phát hiện là [14 vụ].", "Số vụ"),
        ("Du khách nội địa đạt [20 nghìn lượt người].", "Du khách nội địa"),
        ("Tỉnh này đạt [20 nghìn lượt khách].", "lượt khách"),
        ("Số bị thương [31 người].", "Số bị thương"),
        ("Tổng số gà tiêu hủy [4.500 con].", "Tổng số gà tiêu hủy"),
        ("Ngành đặt mục tiêu cả năm [43 tỷ USD].", None),
        ("Tỷ lệ đạt chuẩn tăng từ [20%] lên 32%.", "Tỷ lệ đạt chuẩn"),
        ("Cà phê 2 tấn, cao su [3 tấn].", "cao su"),
        ("Khoảng [90 người] được cấp thuốc tại trạm.", "người được cấp thuốc"),
        ("Chỉ số chính giảm, thanh khoản đạt [900 tỷ đồng].", "thanh khoản"),
    ],
}  # fmt: skip


def marked(text: str) -> tuple[str, list[str]]:
    """A sentence without its brackets, and what stood in them."""
    return re.sub(r"[\[\]]", "", text), re.findall(r"\[(.*?)\]", text)


def annotated(text: str) -> list[Mention]:
    article = Article(text=text, published=TODAY)
    indicators(article)
    return article.mentions


def figures(text: str, published: str | None = TODAY) -> list[dict[str, Any]]:
    stages = (decrees, dates, organizations, locations, indicators)
    rows = found(text, *stages, published=published)
    return [m for m in rows if m["kind"] == "indicator"]


@pytest.mark.parametrize(("text", "values"), [c for cases in SPANS.values() for c in cases])
def test_figures_found_with_value_and_unit(text: str, values: list[tuple[Any, str | None]]) -> None:
    plain, spans = marked(text)
    rows = figures(plain)
    assert [r["text"] for r in rows] == spans
    assert [(r["value"], r["unit"]) for r in rows] == values


@pytest.mark.parametrize(
    ("field", "text", "value"), [(f, t, v) for f, cases in FIELDS.items() for t, v in cases]
)
def test_fields(field: str, text: str, value: Any) -> None:
    plain, spans = marked(text)
    rows = {r["text"]: r for r in figures(plain)}
    got = rows[spans[0]][field]
    assert got == (tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize("published", ["2024-06-15", "2025-09-15"])
@pytest.mark.parametrize("name", ["tỉnh An Giang", "tỉnh Phú Thọ", "Bình Phước", "TP. Hồ Chí Minh"])
def test_a_place_has_the_code_of_its_location(name: str, published: str) -> None:
    text = f"Hiện {name} có 20 bác sĩ."
    stages = (decrees, dates, organizations, locations, indicators)
    rows = found(text, *stages, published=published)
    place, figure = (next(r for r in rows if r["kind"] == k) for k in ("location", "indicator"))
    assert figure["place"] == place["text"] == name
    assert figure["place_code"] == place["code"]


# The values of all figures: below zero behind "âm" and a sign, not behind a dash.
SIGNED: list[tuple[str, list[Any]]] = [
    ("Kinh tế tăng trưởng âm 2,1% trong quý.", [-2.1]),
    ("Lợi nhuận âm 30 tỷ đồng, doanh thu 12 tỷ đồng.", [-30e9, 12e9]),
    ("Dòng tiền âm hơn 30 tỷ đồng.", [-30e9]),
    ("Nhiệt độ -5 độ C vào đêm.", [-5]),
    ("Nhiệt độ xuống âm 3 độ C.", [-3]),
    ("Nhiệt độ âm 5-10 độ C.", [[-10, -5]]),
    ("Kho giữ lạnh ở âm 70 độ C.", [-70]),
    ("GDP -1,5% trong quý.", [-1.5]),
    ("Nhiệt độ từ -5 đến 3 độ C.", [[-5, 3]]),
    ("Xuất khẩu (-3,4%) và nhập khẩu (−2%).", [-3.4, -2]),
    ("Chỉ tiêu | Năm 2023 | So sánh\nSản lượng | 12 tấn | -34,62%", [12, -34.62]),
    ("- 5% hộ nghèo;\n-7% hộ cận nghèo.", [5, 7]),
    ("Tăng 5% -7% mỗi năm.", [[5, 7]]),
    ("Chi phí giảm 20 -30% nhờ máy mới.", [[20, 30]]),
    ("Bệnh viện siêu âm 20 ca.", [20]),
    ("Tuyến Huế - Đà Nẵng dài 100 km - 5 ga.", [100, 5]),
]


@pytest.mark.parametrize(("text", "values"), SIGNED)
def test_sign(text: str, values: list[Any]) -> None:
    assert [r["value"] for r in figures(text)] == values


# A written sign is part of the figure; "âm" and a dash before a list or a range are not.
SIGNED_TEXTS: list[tuple[str, list[str]]] = [
    ("Sáng nay đỉnh đèo xuống -2,4 độ C.", ["-2,4 độ C"]),
    ("Kho lạnh (−18 độ C) đã đầy.", ["−18 độ C"]),
    ("Nhiệt độ từ -5 đến 3 độ C.", ["-5 đến 3 độ C"]),
    ("Kho giữ lạnh ở âm 70 độ C.", ["70 độ C"]),
    ("- 5% hộ nghèo;\n-7% hộ cận nghèo.", ["5%", "7%"]),
    ("Chỉ tiêu | Năm 2023 | So sánh\nSản lượng | 12 tấn | -34,62%", ["12 tấn", "34,62%"]),
]


@pytest.mark.parametrize(("text", "texts"), SIGNED_TEXTS)
def test_span_of_a_sign(text: str, texts: list[str]) -> None:
    assert [r["text"] for r in figures(text)] == texts


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Bộ trưởng Bộ Y tế Đào Hồng Lan thăm 12 bệnh nhân.", None),
        ("Ông Nguyễn Văn An, Giám đốc Bệnh viện Bạch Mai, mổ 15 ca.", None),
        ("Theo Nghị định 15/2020/NĐ-CP ngày 3/2/2020 của Chính phủ, có 12 doanh nghiệp.", None),
        ("Thực hiện Nghị quyết 20-NQ/TW của Ban Chấp hành Trung ương, mổ 15 ca.", None),
        ("Có đại biểu là người ngoài Đảng, 15 người dân tộc.", None),
        ("Bệnh viện Bạch Mai, theo Quyết định 5/QĐ-BYT của Bộ Y tế, mổ 15 ca.",
         "Bệnh viện Bạch Mai"),
        ("Theo Nghị định 15/2020/NĐ-CP, Bệnh viện Bạch Mai mổ 15 ca.", "Bệnh viện Bạch Mai"),
    ],
)  # fmt: skip
def test_an_entity_is_no_issuer_and_no_part_of_a_post(text: str, entity: str | None) -> None:
    stages = (decrees, dates, organizations, persons, locations, indicators)
    rows = found(text, *stages, published=TODAY)
    assert [r["entity"] for r in rows if r["kind"] == "indicator"] == [entity]


def test_a_bare_count_in_a_cell_is_no_rate() -> None:
    rows = figures("Chỉ tiêu | Năm 2023\nSố giường bệnh | 1.200\nSố bác sĩ trên 10.000 dân | 9,5")
    assert [r["key"] for r in rows] == ["health.beds", "health.doctors_per_10000"]


def test_under_names_the_head_of_the_column_tells_what_is_measured() -> None:
    rows = figures("Xã | Số hộ nghèo | Tỷ lệ (%)\nTân Lập | 245 | 5,2\nPhú Hòa | 98 | 2,1")
    assert [(r["property"], r["unit"]) for r in rows] == [
        ("Số hộ nghèo", "hộ nghèo"), ("Tỷ lệ", "%"), ("Số hộ nghèo", "hộ nghèo"), ("Tỷ lệ", "%"),
    ]  # fmt: skip


def test_a_column_of_units_holds_no_figure() -> None:
    rows = figures("Chỉ tiêu | ĐVT | Năm 2022 | Năm 2023\nDiện tích lúa | 1000 ha | 120 | 118,5")
    assert [(r["text"], r["value"], r["unit"]) for r in rows] == [
        ("120", 120_000, "ha"), ("118,5", 118_500, "ha"),
    ]  # fmt: skip


def test_the_head_of_a_column_tells_what_is_counted() -> None:
    rows = figures("Nội dung\tSố người tham gia\nBắt buộc\t12.450\nTự nguyện\t3.210")
    assert [(r["property"], r["unit"]) for r in rows] == [
        ("Bắt buộc", "người"), ("Tự nguyện", "người"),
    ]  # fmt: skip


def test_a_sign_in_a_cell_without_a_head_tells_the_direction() -> None:
    rows = figures("Gạo | 32.000 đồng/kg | +1.000 đồng\nTrứng | 38.000 đồng/chục | -2.000 đồng")
    assert [(r["value"], r["direction"]) for r in rows] == [
        (32000, None), (1000, "increase"), (38000, None), (2000, "decrease"),
    ]  # fmt: skip


def test_goals_reach_over_a_list() -> None:
    text = "Mục tiêu đến năm 2030:\n- 95% trạm có bác sĩ;\n- 20 giường/vạn dân.\nHiện có 12 bác sĩ."
    assert [r["status"] for r in figures(text)] == ["target", "target", "actual"]


def test_a_change_is_two_rows() -> None:
    rows = figures("Tỷ lệ giảm từ 5,2% năm 2020 xuống dưới 1,5% năm 2023.")
    assert [(r["value"], r["modifier"], r["period"]) for r in rows] == [
        (5.2, None, "2020"),
        (1.5, "less_than", "2023"),
    ]


# Every figure of a text with the period it holds for.
PERIODS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "Theo Cục Thống kê, giá nhóm lương thực và thực phẩm của tháng 5/2024 tăng 0,2% so với "
        "tháng 4/2024. Giá gạo tăng 0,4% (thấp hơn nhiều mức tăng tháng trước). Giá thịt giảm 1%.",
        [("0,2%", "2024-05"), ("0,4%", "2024-05"), ("1%", "2024-05")],
    ),
    (
        "Văn phòng thường trực cho biết, từ ngày 2/6 đến 5/6, mưa lũ gây thiệt hại lớn.\n"
        "Nước ngập nhiều nhà dân ven sông\n"
        "Về tài sản, 45 ngôi nhà bị sập.",
        [("45 ngôi nhà", "2024-06-02/2024-06-05")],
    ),
    (
        "CPI tháng 5 tăng 3,9% so với tháng 12/2023. Giá gạo tăng 6%.",
        [("3,9%", "2024-05"), ("6%", "2024-05")],
    ),
    (
        "Tháng 5, thu 8 tỷ đồng, tăng 5% so với tháng trước và cùng kỳ năm trước. Chi 6 tỷ đồng.",
        [("8 tỷ đồng", "2024-05"), ("5%", "2024-05"), ("6 tỷ đồng", "2024-05")],
    ),
    ("Thu 8 tỷ đồng năm 2023, bằng 81% kế hoạch cả năm.", [("8 tỷ đồng", "2023"), ("81%", "2023")]),
    ("Nhà máy thu 8 tỷ đồng, cao nhất trong 5 năm qua.", [("8 tỷ đồng", None)]),
    ("Năm 2023, tỷ lệ giảm từ 5% xuống 3%.", [("5%", None), ("3%", "2023")]),
    ("Có 12% thí sinh thi theo Chương trình phổ thông 2006.", [("12%", None)]),
    ("Lãi suất từ hôm nay lên 6%.", [("6%", "2024-06-15")]),
    ("Giá vàng ngày 14/6:\n- Mua vào: 80 triệu đồng;", [("80 triệu đồng", "2024-06-14")]),
    ("Bà Sáu (SN 1968) nuôi 90 con vịt.", [("90 con vịt", None)]),
    ("Ông Tư, sinh năm 1951, trồng 3 ha chè.", [("3 ha", None)]),
    ("Học sinh năm 2023 có 1.200 em.", [("1.200 em", "2023")]),
    ("Lúc 9h15, có 14 người nhập viện.", [("14 người", None)]),
    (
        "Năm 2005, trồng trọt tăng 4%, cao hơn tốc độ tăng của vùng năm 2004, do lúa tăng 3%.",
        [("4%", "2005"), ("3%", "2005")],
    ),
    (
        "Ngày 5/3/2021 lúc 9h15, mực nước 2,4 m, chợ có 14 quầy mở.",
        [("2,4 m", "2021-03-05T09:15"), ("14 quầy", None)],
    ),
    ("Trường tuyển 640 sinh viên (năm học 2022-2023).", [("640 sinh viên", "2022/2023")]),
    (
        "Tỷ lệ tăng từ 30% năm 2021 lên 41%, rồi 44%.",
        [("30%", "2021"), ("41%", None), ("44%", None)],
    ),
    (
        "Tổng kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2023\n\nBệnh viện mổ 900 ca.",
        [("900 ca", "2023-H1")],
    ),
    (
        "Năm 2023 thu 10 tỷ đồng; riêng tháng 12 thu 2 tỷ đồng. Có 30 hộ nghèo.",
        [("10 tỷ đồng", "2023"), ("2 tỷ đồng", "2023-12"), ("30 hộ nghèo", "2023")],
    ),
    (
        "MỤC TIÊU ĐẾN NĂM 2030\n\n- Đào tạo 60 kỹ sư;\n\n- Trang bị 8 xe cứu thương.",
        [("60 kỹ sư", "2030"), ("8 xe cứu thương", "2030")],
    ),
    (
        "Bảng giá (ngày 14/6)\n\n- Gạo: 18.000 đồng/kg;\n\n- Đường: 21.000 đồng/kg.",
        [("18.000 đồng/kg", "2024-06-14"), ("21.000 đồng/kg", "2024-06-14")],
    ),
    (
        "Đóng cửa phiên 14/6, chỉ số mất 12 điểm. Cả sàn có 90 mã tăng.",
        [("12 điểm", "2024-06-14"), ("90 mã", "2024-06-14")],
    ),
    (
        "Theo Sở Y tế, tính đến 17 giờ ngày 14/6, có 20 trạm ngập. Đã phát 4 tấn gạo.",
        [("20 trạm", "2024-06-14T17:00"), ("4 tấn", "2024-06-14T17:00")],
    ),
    ("Năm 2023, tỉnh gặp khó.\n\nXã Đông xây 3 cây cầu.", [("3 cây cầu", None)]),
    (
        "Tính chung 5 tháng, xuất khẩu đạt 9 tỷ USD. Nhập khẩu đạt 8 tỷ USD.",
        [("9 tỷ USD", "2024-01/2024-05"), ("8 tỷ USD", "2024-01/2024-05")],
    ),
    (
        "Tháng 4 xuất 3 tỷ USD, tăng 2% so với tháng trước và 4 tháng đạt 9 tỷ USD, tăng 7%.",
        [
            ("3 tỷ USD", "2024-04"),
            ("2%", "2024-04"),
            ("9 tỷ USD", "2024-01/2024-04"),
            ("7%", "2024-01/2024-04"),
        ],
    ),
    (
        "Tháng 4, cảng xuất 3 tỷ USD.\n\nNhập khẩu trong tháng đạt 2 tỷ USD.",
        [("3 tỷ USD", "2024-04"), ("2 tỷ USD", "2024-04")],
    ),
    (
        "Đoàn khám bệnh từ ngày 3 đến 5/6/2024.\n\nKết quả, có 40 ca nặng.\n\nXã phát 9 suất quà.",
        [("40 ca nặng", "2024-06-03/2024-06-05"), ("9 suất quà", None)],
    ),
    (
        "Huyện báo cáo kết quả trong năm 2023. Theo đó, 16/17 chỉ tiêu đạt kế hoạch.",
        [("16/17 chỉ tiêu", "2023")],
    ),
    (
        "Năm 2023, tỷ lệ sống đạt 58%, trong khi năm 2020 mới 41%; tử vong còn 4%.",
        [("58%", "2023"), ("41%", "2020"), ("4%", "2023")],
    ),
    (
        "Giá thép tăng từ 498 USD/tấn, hồi cuối năm 2022, lên 571 USD/tấn, hồi tháng 5.",
        [("498 USD/tấn", "2022"), ("571 USD/tấn", "2024-05")],
    ),
    ("Lương được đề nghị nâng lên 700.000 đồng từ năm 2027.", [("700.000 đồng", "2027")]),
    ("Cà phê giao tháng 11/2024 lùi 143 USD.", [("143 USD", None)]),
    (
        "Huyện đặt mục tiêu năm 2025 đạt 40%, đến 2028 đạt 60% và đến năm 2030 đạt 90%.",
        [("40%", "2025"), ("60%", "2028"), ("90%", "2030")],
    ),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_periods(text: str, periods: list[tuple[str, str | None]]) -> None:
    assert [(r["text"], r["period"]) for r in figures(text)] == periods


# A page that bears no date of its own: its other dates tell the year.
UNDATED: list[tuple[str, list[str | None]]] = [
    ("Tháng 9 có 12 ca mắc.", ["XXXX-09"]),
    ("Năm nay có 12 ca mắc.", [None]),
    ("Sáng nay có 12 ca mắc.", [None]),
    ("6 tháng đầu năm 2021, tỉnh thu 9 tỷ đồng. Quý III, tỉnh thu 4 tỷ đồng.",
     ["2021-H1", "2021-Q3"]),
    ("Ngày 5/3, chợ bán 40 tấn cá.\n\nVụ này mở từ tháng 2/2019.", ["2019-03-05"]),
    ("Đến 6/3, chợ bán 40 tấn cá, tăng 3% so với năm 2018.", ["XXXX-03-06", "XXXX-03-06"]),
    ("6 tháng đầu năm, huyện thu 9 tỷ đồng, tăng 3% so với cùng kỳ năm 2018.",
     ["2019-H1", "2019-H1"]),
    ("Quý III, cảng xếp 40 tấn hàng (cùng kỳ năm 2018 là 30 tấn).", ["2019-Q3", "2018"]),
    ("Vụ này mở từ tháng 2/2020. Quý III bán 40 tấn, cùng kỳ của năm 2018 là 30 tấn.",
     ["2020-Q3", "2018-Q3"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Tính chung 8 tháng, có 40 ca mắc.", "2024-01/2024-08"),
        ("Vốn FDI 7 tháng đạt 12 tỷ USD.", "2024-01/2024-07"),
        ("Lớp học dài 8 tháng, có 40 học viên.", None),
    ],
)
def test_months_summed_up_are_the_year_so_far(text: str, period: str | None) -> None:
    assert [r["period"] for r in figures(text, "2024-09-10")] == [period]


@pytest.mark.parametrize(("text", "periods"), UNDATED)
def test_the_year_of_a_period_on_an_undated_page(text: str, periods: list[str | None]) -> None:
    assert [r["period"] for r in figures(text, None)] == periods


@pytest.mark.parametrize(
    ("opening", "period"),
    [
        ("Trong đó", "2021-H1"),
        ("Cụ thể", "2021-H1"),
        ("Bên cạnh đó", "2021-H1"),
        ("Ngoài ra", "2021-H1"),
        ("Tại thành phố", None),
    ],
)
def test_parts_of_the_paragraph_above_keep_its_period(opening: str, period: str | None) -> None:
    told = figures(
        "6 tháng đầu năm 2021, toàn tỉnh xảy ra 51 vụ tai nạn.\n\n"
        f"{opening}, va chạm giao thông có 14 vụ, làm 10 người bị thương.",
        None,
    )
    assert [r["period"] for r in told] == ["2021-H1", period, period]


def test_numbers_inside_other_mentions_are_no_figures() -> None:
    text = "Ngày 15/9/2023, theo Nghị quyết số 20-NQ/TW ngày 25/10/2017, Bệnh viện 108 họp."
    assert figures(text) == []


@given(st.text(alphabet="0123456789.,%/- \ntừđếnlêngấplầnxãtriệuđồngkm()"))
def test_any_text_is_read(text: str) -> None:
    end = 0
    for m in sorted(annotated(text), key=lambda m: m.start):
        assert end <= m.start < m.end <= len(text)
        assert "\n" not in text[m.start : m.end]
        end = m.end


@pytest.mark.parametrize("piece", ["12%", "1/", "1.", "1-2-", "12 xã, ", "năm triệu ", "1 đến "])
def test_time_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        begin = time.process_time()
        annotated(piece * times)
        return time.process_time() - begin

    seconds(2_000)
    small, large = (min(seconds(times) for _ in range(2)) for times in (2_000, 16_000))
    assert large < 8 * small * 4 + 0.5


@pytest.mark.parametrize("line", ["Trong đó, 5 người khỏi.\n", "Ngày 5/3 có 12 ca.\n"])
def test_time_is_linear_in_lines_without_a_year(line: str) -> None:
    def seconds(times: int) -> float:
        begin = time.process_time()
        figures(line * times, None)
        return time.process_time() - begin

    seconds(200)
    small, large = (min(seconds(times) for _ in range(2)) for times in (500, 4_000))
    assert large < 8 * small * 2 + 0.5


@pytest.mark.parametrize("text", [text for cases in NONE.values() for text in cases])
def test_no_figure(text: str) -> None:
    assert [(r["text"], r["rule"]) for r in figures(text)] == []


def test_what_a_share_is_of_tells_nothing_of_the_next_figure() -> None:
    rows = figures("Xuất khẩu điều đạt 45 nghìn tấn, tăng 22% về khối lượng và 38% về giá trị.")
    assert [r["property"] for r in rows] == ["Xuất khẩu điều"] * 3
    rows = figures("Số vụ cháy giảm 12% so với cùng kỳ, thiệt hại tăng 5%.")
    assert [r["property"] for r in rows] == ["Số vụ cháy", "thiệt hại"]


def test_a_name_is_not_cut_at_a_syllable_that_is_a_function_word_elsewhere() -> None:
    assert figures("Nhiều nhất là Tân Hạ (982 ca).")[0]["property"].endswith("Tân Hạ")


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Khu vực có vốn đầu tư nước ngoài đạt 50,2 nghìn tỷ đồng.", "nước ngoài"),
        ("Doanh thu kinh tế số tăng 12%.", "kinh tế số"),
        ("Xuất khẩu cao su đạt 300 triệu USD.", "cao su"),
        ("Nhập khẩu trang thiết bị giảm 4%.", "trang thiết bị"),
    ],
)
def test_a_compound_is_not_cut_at_the_function_word_in_it(text: str, measured: str) -> None:
    assert figures(text)[0]["property"].endswith(measured)


@pytest.mark.parametrize(("text", "values"), [c for cases in FOUND.values() for c in cases])
def test_hard_sentences(text: str, values: list[Any]) -> None:
    plain, spans = marked(text)
    rows = figures(plain)
    assert [r["text"] for r in rows] == spans
    assert [r["value"] for r in rows] == [pytest.approx(v) for v in values]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Tội này theo Điều 174 Bộ luật Hình sự.", []),
        ("Các Điều 123, 168, 174 Bộ luật này đã sửa.", []),
        ("Theo Điều 138 Luật này.", []),
        ("Tại Khoản 3 Mục này.", []),
        ("Quyết định 891/QĐ-UBND 2019 công bố danh mục.", []),
        ("Nghị định 15 2020 ban hành quy chế.", []),
        ("Nghị định 15 2020 quy định mức phạt.", []),
        ("Viện có 25 công bố quốc tế.", ["25 công bố quốc tế"]),
        ("Tỉnh điều 200 chiến sĩ đến.", ["200 chiến sĩ"]),
        ("Theo Điều 5, có 12 người.", ["12 người"]),
    ],
)
def test_articles_of_law_and_verbs(text: str, spans: list[str]) -> None:
    assert [r["text"] for r in figures(text)] == spans


@pytest.mark.parametrize("text", [text for cases in MORE_NONE.values() for text in cases])
def test_no_figure_either(text: str) -> None:
    assert [(r["text"], r["rule"]) for r in figures(text)] == []


# Further fields of the figure in brackets.
MORE_FIELDS: dict[str, list[tuple[str, Any]]] = {
    "property": [
        ("Cảnh sát thu giữ [14 máy tính], 53 điện thoại.", "thu giữ"),
        ("Cảnh sát thu giữ 14 máy tính, [53 điện thoại].", "thu giữ"),
        ("- Tham gia BHXH tự nguyện: [3.217 người];", "Tham gia BHXH tự nguyện"),
        ("Tay chân miệng [1.206 ca], giảm một nửa.", "Tay chân miệng"),
        ("Mức phạt trong khám bệnh là [100 triệu đồng].", "Mức phạt trong khám bệnh"),
        ("Khu vực dịch vụ tăng [6,3%].", "Khu vực dịch vụ"),
        ("Khu vực nông, lâm nghiệp tăng [3,7%].", "Khu vực nông, lâm nghiệp"),
        ("Dân số khoảng [1,5 triệu người].", "Dân số"),
        ("Xã được phân bổ [4 tỷ đồng].", "phân bổ"),
        ("Số ca tăng cao, như Tây Ninh tăng [27%].", "Số ca"),
        ("Thu 12 tỷ đồng, bằng [81%] kế hoạch.", "Thu"),
        ("Nợ là 28 tỷ đồng (mục tiêu: không quá [25 tỷ đồng]).", "Nợ"),
        ("Tòa cho biết Duệ hưởng [742 triệu đồng].", "hưởng"),
    ],
    "status": [
        ("Phấn đấu đạt [95%] vào cuối năm.", "target"),
        ("Bệnh viện tuyển [14 viên chức].", "target"),
        ("Trường đã tuyển [420 học sinh].", "actual"),
        ("Năm nay, huyện đặt kế hoạch [6.800 tấn].", "target"),
        ("Fed có thể nâng lãi suất thêm [0,25 điểm phần trăm].", "target"),
        ("Phấn đấu đưa tỷ lệ từ [54%] lên 80%.", "actual"),
        ("Từ mùa sau, mỗi đội sẽ có 3 ngoại binh, thay vì [2 ngoại binh].", "actual"),
        ("Bệnh viện khánh thành khu khám theo yêu cầu vốn [8 tỷ đồng].", "actual"),
        ("Hãng hạ giá mục tiêu còn [24.500 đồng].", "actual"),
        ("Tổ chức đề nghị góp 5 tỷ đồng. Năm ngoái họ góp [3 tỷ đồng].", "actual"),
        ("Đến nay đã đạt [95%].", "actual"),
        ("Cao hơn mục tiêu 90%. Toàn huyện có [12 bác sĩ].", "actual"),
        ("Đề nghị Chính phủ hỗ trợ [50 tỷ đồng].", "target"),
        ("Tòa buộc bị cáo bồi thường [80 triệu đồng].", "target"),
        ("Thấp hơn mức tối thiểu [30%] theo yêu cầu.", "target"),
        ("Công an đề nghị truy tố [18 vụ] với 56 bị can.", "actual"),
        ("Sở kiến nghị chuyển cơ quan điều tra [8 vụ].", "actual"),
        ("Thu ngân sách cơ bản đạt yêu cầu, trong đó thu cân đối [34 tỷ đồng].", "actual"),
        ("Lúa bằng 93% KH, vượt kế hoạch đề ra, đạt [12.466 tấn].", "actual"),
        ("Quỹ đăng ký mua thêm [14 triệu cổ phiếu].", "target"),
        ("Nhiều người nói sẽ đi bầu, trong khi tỷ lệ nói không là [3,7%].", "actual"),
        ("Tỷ lệ tiêm mới đạt 68%, chưa đạt yêu cầu ([80%]).", "target"),
    ],
    "period": [
        ("Trường nhận được [500.000 đồng] từ ngày 1/7/2025.", None),
        ("Nhóm thành lập năm 2011, nay có [90 thành viên].", None),
        ("Trong đợt một (từ 1/3 đến 15/3/2024), cử [42 bác sĩ].", "2024-03-01/2024-03-15"),
        ("Tính đến 17 giờ ngày 12/6/2024, có [18 người] chết.", "2024-06-12T17:00"),
        ("Hiện nay, [41%] cơ sở gửi dữ liệu.", None),
    ],
    "direction": [
        ("Số vụ giảm [12%].", "decrease"),
        ("Chi phí tăng thêm [3 tỷ đồng].", "increase"),
        ("Tỷ lệ giảm từ 5,2% xuống còn [1,5%].", "decrease"),
        ("Doanh thu đạt [9 tỷ đồng].", None),
        ("Tăng trưởng [6%].", None),
        ("Giảm nghèo cho [300 hộ].", None),
        ("Giá hạ còn [7.000 đồng/kg].", "decrease"),
        ("Lợi nhuận gấp [2,5 lần].", "increase"),
    ],
    "baseline": [
        ("Tỷ lệ giảm từ 5,2% xuống còn [1,5%].", "5,2%"),
        ("Xuất khẩu tăng [15%] so với năm 2022.", "năm 2022"),
        ("Số ca giảm [18%] so với cùng kỳ năm trước.", "cùng kỳ năm trước"),
        ("Tỷ lệ nối mạng đạt [36%], thấp hơn mục tiêu 60%.", "60%"),
        ("Tỷ lệ nối mạng đạt [36%], chợ có 60 quầy.", None),
        ("Chuyến hàng nặng [3 tấn].", None),
        ("Số xã đạt từ 10 tiêu chí trở lên là [37 xã].", None),
    ],
    "baseline_start": [
        ("Tỷ lệ giảm từ 5,2% xuống còn [1,5%].", 14),
        ("Xuất khẩu tăng [15%] so với năm 2022.", 26),
        ("Chuyến hàng nặng [3 tấn].", None),
    ],
    "unit_code": [
        ("Thu [5 tỷ đồng].", "VND"),
        ("Vay [2 triệu USD].", "USD"),
        ("Đường dài [12 km].", "km"),
        ("Rộng [300 ha].", "har"),
        ("Nhiệt độ [39 độ C].", "Cel"),
        ("Xe chạy [80 km/h].", "km/h"),
        ("Bụi mịn [45 µg/m3].", "ug/m3"),
        ("Có [12 xã].", None),
        ("Đạt [45%].", "%"),
    ],
    "place": [
        ("Tỉnh Nghệ An có [460 xã].", "Tỉnh Nghệ An"),
        ("Cả nước ghi nhận [12 ca].", "Cả nước"),
        ("Hà Nội có [12 quận].\nToàn thành phố có [9 ca].", "Hà Nội"),
        ("Đoàn đi [3 xã].", None),
        ("Vậy là tỉnh Nghệ An có [20 bác sĩ].", "tỉnh Nghệ An"),
        ("Tỉnh Phú Thọ có 5 bác sĩ; tỉnh Cao Bằng có [9 bác sĩ].", "tỉnh Cao Bằng"),
        ("UBND tỉnh Cao Bằng cho biết, tỉnh có [9 bác sĩ].", "tỉnh Cao Bằng"),
        ("Thành phố Hà Nội họp.\nTại thành phố Hải Phòng có [9 ca].", "thành phố Hải Phòng"),
        ("Tỉnh Phú Thọ họp.\nCác tỉnh có [90 ca].", None),
        ("Tỉnh Phú Thọ họp.\nTại tỉnh Quảng Đông có [90 ca].", None),
        ("Tỉnh Phú Thọ họp.\nĐến nay, tỉnh có [90 ca].", "Tỉnh Phú Thọ"),
    ],
    "place_code": [
        ("Tỉnh Nghệ An có [460 xã].", "40"),
        ("TP.HCM có [22 quận].", "79"),
        ("Toàn quốc có [12 ca].", "VN"),
    ],
    "entity": [
        ("Bệnh viện Bạch Mai mổ [214 ca].", "Bệnh viện Bạch Mai"),
        ("Theo Bộ Y tế, có [12 ca].", None),
        ("Bộ Y tế cho biết có [12 ca].", None),
    ],
    "surface": [
        ("Thu [1,71 triệu đồng].", "1,71 triệu"),
        ("Cần [44-45 kỹ sư].", "44-45"),
        ("Đạt [03/05 chỉ tiêu].", "03/05"),
    ],
    "low": [("Cần [44-45 kỹ sư].", 44), ("Cần [44 kỹ sư].", None)],
    "high": [("Cần [44-45 kỹ sư].", 45), ("Cần [44 kỹ sư].", None)],
    "period_begin": [("Quý II/2024, có [12 ca].", "2024-04-01"), ("Có [12 ca].", None)],
    "period_end": [("Giai đoạn 2021-2025, có [12 ca].", "2025-12-31")],
    "key": [
        ("Năm 2023, [93,2%] dân số tham gia BHYT.", "health.insurance_coverage"),
        ("Toàn tỉnh có [9,6 bác sĩ trên 10.000 dân].", "health.doctors_per_10000"),
        ("Tỷ lệ hộ nghèo còn [2,1%].", "poverty.rate"),
        ("Tỉ suất sinh thô ước [12,4‰].", "population.cbr"),
        ("Kim ngạch xuất khẩu tăng [15%].", "economy.exports.change"),
        ("Tổng tỷ suất sinh là [1,91 con/phụ nữ].", "population.tfr"),
        ("Chỉ số giá tiêu dùng tăng [0,4%].", "economy.cpi"),
        ("Đội bóng ghi [12 bàn thắng].", None),
        ("Thu ngân sách đạt 12 tỷ đồng, bằng [81%] kế hoạch.", None),
        ("Tỷ lệ hộ nghèo giảm, đạt [105%] mục tiêu.", None),
        ("Giải ngân vốn đầu tư công bằng [92%] cùng kỳ.", None),
        ("Giải ngân vốn đầu tư công đạt [92%].", "economy.public_investment_rate"),
        ("GDP tăng [6%] so với cùng kỳ.", "economy.gdp_growth"),
        ("Tỷ lệ hộ nghèo giảm [1,2%].", "poverty.rate.change"),
        ("Tỷ lệ hộ nghèo giảm còn [1,2%].", "poverty.rate"),
        ("Kim ngạch xuất khẩu tăng [2 tỷ USD].", "economy.exports.change"),
        ("Công ty có vốn đăng ký [12 tỷ đồng].", None),
        ("Doanh thu tăng trưởng [12%].", None),
        ("Vụ án gây thiệt hại [12 tỷ đồng].", None),
        ("Đoàn kiểm tra [12 doanh nghiệp].", None),
        ("Năm 2023, tăng trưởng tín dụng đạt [5%].", "economy.credit_growth"),
        ("Thu nội địa đạt [12 tỷ đồng].", "economy.domestic_revenue"),
        ("Thu ngân sách nhà nước đạt [12 tỷ đồng].", "economy.budget_revenue"),
    ],
}


@pytest.mark.parametrize(
    ("field", "text", "value"), [(f, t, v) for f, cases in MORE_FIELDS.items() for t, v in cases]
)
def test_more_fields(field: str, text: str, value: Any) -> None:
    plain, spans = marked(text)
    rows = {r["text"]: r for r in figures(plain)}
    assert rows[spans[-1]][field] == value


TABLE = """Bảng 1. Một số chỉ tiêu y tế
STT | Chỉ tiêu | Đơn vị | Năm 2023 | Kế hoạch 2024
1 | Số giường bệnh | giường | 3.250 | 3.400
2 | Thu ngân sách | tỷ đồng | 1.250,5 | 1.300
3 | Tỷ lệ bao phủ BHYT | % | 93,2 | 94
"""


def test_a_wide_space_in_prose_makes_no_table() -> None:
    told = "của các doanh nghiệp có vốn đầu tư nước ngoài trong tháng 7/2023 đạt hơn 12 tỷ USD, "
    rows = figures(
        f"- Xuất khẩu {told}lũy kế bảy tháng đạt  81 tỷ USD;\n\n"
        f"- Nhập khẩu {told}lũy kế bảy tháng đạt  70 tỷ USD."
    )
    assert len(rows) == 4
    assert max(len(r["property"]) for r in rows) < 60


def test_a_table_gives_property_period_unit_and_status() -> None:
    rows = figures(TABLE)
    fields = ("value", "unit", "property", "period", "status")
    assert [tuple(r[f] for f in fields) for r in rows] == [
        (3250, "giường", "Số giường bệnh", "2023", "actual"),
        (3400, "giường", "Số giường bệnh", "2024", "target"),
        (1250.5e9, "VND", "Thu ngân sách", "2023", "actual"),
        (1300e9, "VND", "Thu ngân sách", "2024", "target"),
        (93.2, "%", "Tỷ lệ bao phủ BHYT", "2023", "actual"),
        (94, "%", "Tỷ lệ bao phủ BHYT", "2024", "target"),
    ]


@pytest.mark.parametrize(
    "text",
    ["30/01/2024 | 16:18 PM\nTác giả | Ảnh", "Trang chủ | Tin tức\nBài 12 | Bài 13", "a\t1\nb\t2"],
)
def test_bars_alone_make_no_table(text: str) -> None:
    assert figures(text) == []


def test_every_measure_of_the_list_is_found_by_its_name() -> None:
    kinds = {"%": "percent", "‰": "percent", "VND": "money", "USD": "money"}
    rows = [r for r in table("indicators") if r["unit"] in kinds]
    assert len(table("indicators")) >= 150
    assert len({r["id"] for r in table("indicators")}) == len(table("indicators"))
    for row in rows:
        assert key(row["name"], kinds[row["unit"]]) is not None, row["id"]
        assert row["english"]
        assert row["source"]


@given(st.dates(), st.dates())
def test_bounds_of_days(first: date, last: date) -> None:
    span = f"{first.isoformat()}/{last.isoformat()}"
    assert bounds(span) == (first.isoformat(), last.isoformat())


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2024-H1", ("2024-01-01", "2024-06-30")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-W01", ("2024-01-01", "2024-01-07")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("20", ("2000-01-01", "2099-12-31")),
        ("2024-06-15T17:00", ("2024-06-15", "2024-06-15")),
        ("2023-02-30", (None, None)),
        ("P3Y", (None, None)),
        ("2021/2025", ("2021-01-01", "2025-12-31")),
    ],
)
def test_bounds(value: str, days: tuple[str | None, str | None]) -> None:
    assert bounds(value) == days

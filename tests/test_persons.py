# ruff: noqa: E501
"""Persons: which names are found, what they are called, and what only looks like one.

Brackets in a case stand around each person of the sentence.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from cases import found

from trich import Article
from trich.extract.organizations import organizations
from trich.extract.persons import persons


def people(text: str) -> list[dict[str, Any]]:
    return [m for m in found(text, organizations, persons) if m["kind"] == "person"]


def person(text: str, name: str) -> dict[str, Any]:
    return next(m for m in people(text) if m["text"] == name)


def bracketed(case: str) -> list[str]:
    return re.findall(r"\[([^\]]+)\]", case)


MINISTRY = """
Thứ trưởng Bộ Công Thương [Phan Thị Thắng] và Cục trưởng Cục Xuất nhập khẩu [Nguyễn Anh Sơn] chủ trì cuộc họp.
Bộ trưởng Bộ Công Thương [Nguyễn Hồng Diên] yêu cầu các đơn vị báo cáo trước ngày 15/3.
Ủy viên Bộ Chính trị, Thủ tướng Chính phủ [Phạm Minh Chính], Ủy viên Bộ Chính trị, Chủ tịch Quốc hội [Trần Thanh Mẫn] dự lễ.
Tham dự có các đồng chí: [Nguyễn Văn Thọ], Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy; [Lò Minh Hùng], Phó Bí thư Thường trực Tỉnh ủy.
Các Thứ trưởng: [Đỗ Xuân Tuyên], [Lê Đức Luận] và [Nguyễn Tri Thức] cùng dự.
Tổng Bí thư [Tô Lâm] gặp mặt nguyên Chủ tịch nước [Trương Tấn Sang].
Theo PGS.TS [Trần Đắc Phu], nguyên Cục trưởng Cục Y tế dự phòng, dịch đã giảm.
TS.BS [Hoàng Minh Đức] - Cục trưởng Cục Phòng bệnh (Bộ Y tế) cho biết số ca mắc tăng.
GS. TS. [Nguyễn Anh Trí], đại biểu Quốc hội đoàn Hà Nội, đặt câu hỏi.
ThS.BSCKII [Nguyễn Trung Cấp], Phó Giám đốc Bệnh viện Bệnh Nhiệt đới Trung ương trả lời.
Bác sĩ CKII [Nguyễn Tri Thức] và ThS. BS. [Lê Thị Hồng Nhung] trực tiếp mổ.
Thiếu tướng, GS.TS [Lê Hữu Song], Giám đốc Bệnh viện Trung ương Quân đội 108, trao quà.
BS.CK II [Trần Văn Khanh] khám cho bệnh nhân [Nguyễn Thị L.] (45 tuổi, ngụ Long An).
Anh hùng Lao động, Thầy thuốc Nhân dân, GS.TS [Mai Hồng Bàng] kể lại ca ghép tim.
PGS.TS.[Nguyễn Thị Kim Liên] trình bày tham luận.
Vụ trưởng Vụ Pháp chế [Đinh Thị Thu Thủy] phát biểu.
Giám đốc Sở Y tế Hà Nội [Trần Thị Nhị Hà] báo cáo.
Hội nghị do đồng chí [Hà Anh Đức], Chánh Văn phòng Bộ Y tế chủ trì.
Đ/c [Nguyễn Văn Bắc], Phó Chánh Thanh tra Bộ, ký biên bản.
Quyền Bộ trưởng [Đào Hồng Lan] tiếp Đại sứ Nhật Bản tại Việt Nam [Ito Naoki].
Bà [Ramla Khalidi], Đại diện thường trú UNDP tại Việt Nam, và ông [Kidong Park] cùng dự.
Ông [Sagar], Điều phối viên của WHO, đến thăm trạm y tế.
Bộ trưởng Y tế Lào [Bun-phêng Phun-ma-lay-xít] đón đoàn.
"""

PROVINCE = """
Chủ tịch UBND tỉnh [Vừ A Dính] thăm bà con xã Pú Nhi.
Ông [Sùng A Chống], Trưởng bản Háng Đồng, dẫn chúng tôi lên nương.
Phó Chủ tịch HĐND huyện Mường Tè [Lỳ Xừ Sơn] dự họp.
Chủ tịch UBND xã [Nguyễn Văn Bảy] thừa nhận sai sót.
Đồng chí [Tòng Thị Hoa], Chủ tịch Hội Liên hiệp Phụ nữ tỉnh Sơn La, trao học bổng.
Chị [H'Hương Niê] và anh [Y Thanh Mlô] trồng cà phê ở buôn Ako Dhong.
Ông [Ksor H'Bơ Khăp] là đại biểu Quốc hội tỉnh Gia Lai.
Già làng [A Bluih] kể chuyện giữ rừng.
Bà [Ka Dong] và ông [K'Choi] dệt thổ cẩm.
Ông [Điểu K'Ré] được bầu làm Phó Trưởng ban.
Hoa hậu [H'Hen Niê] về thăm quê.
Phó Bí thư Thường trực Tỉnh ủy Lâm Đồng [Trần Đình Văn] kiểm tra rừng.
Ông [Danh Út], dân tộc Khmer, là người có uy tín.
Hòa thượng [Thích Thiện Nhơn] và Ni sư [Thích Nữ Huệ Liên] chứng minh buổi lễ.
Linh mục [Giuse Nguyễn Văn Tuyên] dâng thánh lễ.
"""

COURTS_AND_POLICE = """
Bị cáo [Phan Văn Quyền] khai nhận hành vi.
HĐXX tuyên phạt [Trịnh Xuân Bách] mức án chung thân.
Đại tá [Vũ Quốc Trung], Phó Giám đốc Công an tỉnh Hòa Bình, chỉ đạo điều tra.
Cơ quan điều tra khởi tố bị can [Nguyễn Thanh Hòa] (SN 1958, ngụ quận Cầu Giấy).
Đối tượng [Lê Văn T.] (32 tuổi) bị bắt giữ khi đang lẩn trốn.
Nạn nhân là chị [Trần Thị M.] và cháu [N.V.A] 5 tuổi.
Thượng tá [Nguyễn Văn Hải] - Trưởng Công an huyện Thanh Trì thông tin.
Luật sư [Trương Anh Tú] bào chữa cho bị cáo [Đinh Quang Thắng].
Thẩm phán [Nguyễn Thị Xuân], chủ tọa phiên tòa, công bố bản án.
Trung úy [Lò Văn Nọi] hy sinh khi làm nhiệm vụ.
Chánh án TAND tối cao [Lê Minh Trí] trình dự án luật.
Viện trưởng VKSND tối cao [Nguyễn Huy Tiến] đọc báo cáo.
Nghi phạm là [Hoàng Văn Nam] (22 tuổi, trú xã Yên Bình).
Anh [Tuấn] chạy xe máy va chạm với xe tải do tài xế [Phạm Văn Hưng] điều khiển.
"""

FOOTBALL = """
HLV [Park Hang-seo] gọi [Nguyễn Quang Hải] và [Đoàn Văn Hậu] lên tuyển.
Tiền đạo [Cristiano Ronaldo] ghi bàn phút 89.
Thủ môn [Đặng Văn Lâm] cản phá xuất sắc.
Cầu thủ [Nguyễn Công Phượng] chia sẻ về chuyến xuất ngoại.
Huấn luyện viên trưởng [Philippe Troussier] bị sa thải.
Kình ngư [Ánh Viên] giành huy chương vàng.
Tay vợt [Lý Hoàng Nam] vào bán kết.
"""

STAGE = """
Ca sĩ [Mỹ Tâm] và nhạc sĩ [Đức Trí] ra mắt album.
Diễn viên [Ngô Thanh Vân] đóng vai chính.
NSND [Lan Hương] nhận giải thưởng.
Đạo diễn [Trần Anh Hùng] tới Cannes.
MC [Trấn Thành] dẫn chương trình.
Nghệ sĩ ưu tú [Xuân Bắc] được bổ nhiệm.
Á hậu [Huyền My] diện áo dài.
Nhà thơ [Xuân Quỳnh] viết nhiều bài thơ tình.
"""

BUSINESS = """
Ông [Phạm Nhật Vượng], Chủ tịch HĐQT Tập đoàn Vingroup, cho biết.
Bà [Nguyễn Thị Phương Thảo] - CEO Vietjet nói về kế hoạch bay.
Tỷ phú [Elon Musk] mua lại công ty.
Ông [Trần Đình Long] hiện là Chủ tịch Hòa Phát.
Theo ông [Nguyễn Đức Tài], thị trường sẽ hồi phục.
Ông [John W. Snow] từng là Bộ trưởng Tài chính Mỹ.
"""

FOREIGN = """
Tổng thống Mỹ [Donald Trump] gặp Chủ tịch Trung Quốc [Tập Cận Bình].
Thủ tướng Nhật Bản [Shinzo Abe] từ chức.
Tổng thống Pháp [Emmanuel Macron] điện đàm với Thủ tướng Đức [Olaf Scholz].
Nhà lãnh đạo Triều Tiên [Kim Jong-un] thị sát.
Ngoại trưởng Nga [Sergei Lavrov] phát biểu.
Tổng thống [Moon Jae-in] thăm Hà Nội.
Giáo hoàng [Francis] kêu gọi hòa bình.
Tổng thống [Putin] và ông [Biden] hội đàm.
Tổng thống Mỹ [Đô-nan Trăm] tới Đà Nẵng.
Cựu Tổng thống [Barack Obama] ra sách.
"""

EVERYDAY = """
Chị [Lan] cho biết gia đình rất khó khăn.
Ông [Nguyễn Văn Khái] năm nay 70 tuổi. Mỗi ngày, ông [Khái] đi bộ 5 km. Con trai [Khái] làm ở Huế.
Bà [Lê Thị Hoa] sống một mình; bà [Hoa] có ba người con.
Thầy giáo [Phạm Văn Minh] dạy toán. Học trò của thầy [Minh] rất đông.
Cô giáo [Đinh Thị Thảo], giáo viên Trường Tiểu học Kim Đồng, tâm sự.
Em [Nguyễn Hà My], học sinh lớp 9A, đoạt giải nhất.
Hiệu trưởng Trường THPT Chu Văn An [Nguyễn Thị Nhiếp] đánh trống khai giảng.
Gia đình vô cùng thương tiếc báo tin: cụ [Nguyễn Đình Trọng] sinh năm 1932 đã từ trần.
Hai ông [Hải] và [Nam] là bạn học.
Vợ chồng anh [Tú], chị [Hoa] nuôi 3 con nhỏ.
[Nguyễn Văn An] sinh năm 1980 tại Nam Định.
[Trần Thị Bưởi] (65 tuổi) bán nước ở cổng viện.
Theo lời kể của [Lê Thị Thanh], chồng bà mất sớm.
Bác [Sáu] chỉ tay về phía cánh đồng.
Bác sĩ [Hùng] khuyên người bệnh uống đủ nước.
Ảnh: [Trần Minh]
Ảnh: [Hoàng Hà] - [Cao Nguyên]
KT. BỘ TRƯỞNG THỨ TRƯỞNG [NGUYỄN TRI THỨC]
Người lập biểu: [Nguyễn Thị Hòa]
Đại danh y [Hải Thượng Lãn Ông Lê Hữu Trác] để lại nhiều bộ sách.
Nhà văn [Nguyễn Ngọc Tư] nhận giải thưởng.
Mẹ Việt Nam Anh hùng [Nguyễn Thị Thứ] có 9 người con hy sinh.
Chị [Nguyễn Thị Hằng Nga] và chồng là anh [Lê Quang Đạo] mở tiệm.
Ông [Hải] cùng con gái [Nguyễn Minh Châu] lên phố.
"""

MIXED = """
Hội đồng do GS.VS [Châu Văn Minh] làm chủ tịch đã thông qua đề tài.
Trưởng đoàn ĐBQH tỉnh Đồng Tháp [Lê Quốc Phong] đề nghị sửa luật.
Đại biểu [Nguyễn Anh Trí] (Đoàn Hà Nội) tranh luận với đại biểu [Phạm Văn Hòa] (Đồng Tháp).
ĐBQH [Trương Trọng Nghĩa] nêu quan điểm.
Phát biểu tại buổi lễ, ông [Trần Sỹ Thanh], Chủ tịch UBND TP Hà Nội, nhấn mạnh tiến độ.
Trưởng Ban Tuyên giáo và Dân vận Trung ương [Nguyễn Trọng Nghĩa] chỉ đạo hội nghị.
Phó Trưởng ban Tổ chức Trung ương [Hoàng Đăng Quang] công bố quyết định.
Bí thư Thành ủy TP.HCM [Nguyễn Văn Nên] thăm công nhân.
Phó Chủ tịch Thường trực Quốc hội [Đỗ Văn Chiến] điều hành phiên họp.
Tân Giám đốc Công an TP Đà Nẵng, Đại tá [Trần Đình Chung], nhận nhiệm vụ.
Giám đốc Bệnh viện Chợ Rẫy, TS.BS [Nguyễn Tri Thức] cho hay.
Bác sĩ [Trần Thị Hải Ninh], Trưởng khoa Nội tổng hợp, Bệnh viện Bệnh Nhiệt đới Trung ương, khuyến cáo.
Theo [Nguyễn Hoài] (Báo Sức khỏe và Đời sống)
Điều dưỡng trưởng [Lê Thị Thu] chăm sóc bệnh nhi [Bảo An].
Bệnh nhân [Trần Văn H.] được chuyển lên tuyến trên.
Sản phụ [Nguyễn Thị Thanh T.] sinh con an toàn.
Cháu [Phạm Gia B.] 3 tuổi bị bỏng nặng.
Bé [Minh Anh] đã qua cơn nguy kịch.
Bà [Ingrid Christensen], Giám đốc Văn phòng ILO tại Việt Nam, đánh giá cao.
TS [Angela Pratt] và bà [Lesley Miller], Quyền Trưởng đại diện UNICEF, ký kết.
Tổng Giám đốc WHO [Tedros Adhanom Ghebreyesus] cảnh báo.
Tiến sĩ [Tedros] nói thêm về vaccine.
Đại sứ Hoa Kỳ [Marc Knapper] chúc mừng.
Nữ hoàng Anh [Elizabeth II] qua đời ở tuổi 96.
Thái tử [Mohammed bin Salman] tiếp khách.
Chuyên gia [Nguyễn Trí Hiếu] nhận định lãi suất sẽ giảm.
Chủ tịch Fed [Jerome Powell] giữ nguyên lãi suất.
Kiến trúc sư [Võ Trọng Nghĩa] thiết kế công trình.
Ông chủ Facebook [Mark Zuckerberg] điều trần.
Nhà báo [Hoàng Tuấn Nhã] cùng phóng viên [Lê Mai] tác nghiệp.
Tổng Biên tập [Trần Tuấn Linh] nhận hoa.
[Nguyễn Thị Ánh Viên] giành HCV SEA Games 31.
[Quang Hải] ghi bàn ấn định tỷ số 2-0.
Trọng tài [Ngô Duy Lân] rút thẻ đỏ.
Võ sĩ [Trương Đình Hoàng] hạ knock-out đối thủ người Hàn Quốc.
VĐV [Nguyễn Thị Oanh] về nhất.
Danh hài [Hoài Linh] tái xuất cùng nghệ sĩ [Chí Tài].
Ca sĩ [Đàm Vĩnh Hưng] và [Hồ Ngọc Hà] song ca.
Hoa hậu [Đỗ Mỹ Linh] dự tiệc.
Nhạc sĩ [Trịnh Công Sơn] mất năm 2001.
Người mẫu [Ngọc Trâm] diễn mở màn.
Bị cáo [Trương Mỹ Liên], Chủ tịch HĐQT Tập đoàn Vạn Hưng Lộc, vắng mặt.
Theo cáo trạng, [Trương Mỹ Liên] chỉ đạo cấp dưới rút tiền.
Viện KSND đề nghị mức án 7 năm tù đối với [Nguyễn Đức Chương].
Sau khi gây án, [Hùng] bỏ trốn sang Lào; công an bắt [Hùng] ngày 5/6.
Công an quận 1 tạm giữ [Nguyễn Văn Tèo], [Trần Văn Tí] và [Lê Thị Nở] để điều tra.
Thiếu tá [Đặng Thị Bảo Yến] hướng dẫn người dân.
Anh [Vàng A Sình] và chị [Thào Thị Mỷ] trình báo công an.
Ông [Hồ Văn Cát], người Bru - Vân Kiều, hiến đất làm trường.
Bà [Thạch Thị Sa Bung] nuôi bò.
Nghệ nhân [Bríu Pố] giữ nghề đan lát.
Ông [Nay Der] là nhà giáo đầu tiên của vùng.
Đức Tổng Giám mục [Giuse Vũ Văn Thiên] gửi thư chung.
Vua [Lê Thái Tổ] trả gươm ở hồ Hoàn Kiếm.
Danh tướng [Trần Hưng Đạo] đánh thắng quân Nguyên.
Chủ tịch [Hồ Chí Minh] đọc Tuyên ngôn Độc lập.
Đại tướng [Võ Nguyên Giáp] chỉ huy chiến dịch Điện Biên Phủ.
Cố Thủ tướng [Phạm Văn Đồng] từng thăm nơi này.
Cố nhạc sĩ [Phạm Duy] sáng tác ca khúc ấy.
Cựu Thủ tướng Thái Lan [Thaksin Shinawatra] về nước.
Ông [Lý Quang Diệu] là thủ tướng đầu tiên của Singapore.
Bà [Suu Kyi] trở về nhà.
Ông [Trump] thắng cử; bà [Clinton] nhận thua.
Luật sư [Michael Cohen] từng làm cho ông [Trump].
Ứng viên [Joe Biden] dẫn trước.
Cặp vợ chồng [Bill Gates] quyên góp 50 triệu USD.
Hiệu trưởng [Nguyễn Thị Hiền] tuyên bố khai giảng năm học mới.
PGS [Nguyễn Lân Hiếu] phẫu thuật tim.
Thầy [Văn Như Cương] sáng lập Trường Lương Thế Vinh.
Sinh viên [Lê Hoàng Long] đến từ Trường Đại học Bách khoa.
Thủ khoa [Phạm Minh Quân] đạt 29,5 điểm.
Tác giả: [Thu Hằng]
Bài, ảnh: [Minh Tuệ]
Tin, ảnh: [Nguyễn Bình]
(Ảnh: [Thanh Tùng])
Người ký: [LÊ MINH HOAN]
Nơi nhận: Trưởng ban [PHẠM THẾ DUYỆT]
Cô [Tư] bán vé số, chú [Ba] chạy xe ôm.
Cụ bà [Nguyễn Thị Trù] thọ 119 tuổi.
Chị [Mai Thị Hà] (Thanh Hóa) mua rau mỗi sáng.
Ông [Ba Huân] xây trang trại gà.
Anh [Đoàn Ngọc Hải], nguyên Phó Chủ tịch UBND quận 1, lái xe cứu thương.
Bà [Phạm Chi Lan] - chuyên gia kinh tế - phân tích.
Ông [Lê Đăng Doanh], nguyên Viện trưởng Viện Nghiên cứu quản lý kinh tế Trung ương, nói.
[Lê Văn Luyến] sinh ngày 18/10/1993.
Con trai ông [Sơn] là [Nguyễn Hoàng Phúc] đang học lớp 5.
Chồng chị là anh [Nguyễn Văn Thành] làm thợ hồ.
Mẹ của [Thảo] đứng khóc ngoài cổng.
[Hiền] kể rằng em bị bạn bè trêu chọc.
"""

ALL_SORTS = """
Chính quyền [Trump] áp thuế lên thép.
Cháu [Bác Hồ] chăm ngoan học giỏi.
Thừa ủy quyền của Thủ tướng, Bộ trưởng Bộ Tài chính [Nguyễn Văn Thắng] trình bày tờ trình.
Đồng chủ trì hội thảo có PGS.TS [Lương Ngọc Khuê], Phó Chủ tịch Tổng hội Y học Việt Nam và TS [Hà Anh Đức], Cục trưởng Cục Quản lý Khám, chữa bệnh.
Ông [Nguyễn Thành Phong] và bà [Lê Thị Huỳnh Mai] trúng cử.
Phó Thủ tướng Chính phủ [Hồ Đức Phớc], Bộ trưởng Bộ Y tế [Đào Hồng Lan], Bí thư Tỉnh ủy [Lê Thị Thủy] cùng đại biểu cắt băng.
Phó Chủ tịch nước [Võ Thị Ánh Xuân] trao Huân chương Lao động cho tập thể.
Bí thư Trung ương Đảng, Chánh Văn phòng Trung ương Đảng [Phạm Gia Túc] phát biểu.
Nguyên Bộ trưởng Bộ Giáo dục và Đào tạo [Phạm Vũ Luận] dự hội thảo.
Chủ nhiệm Ủy ban Văn hóa và Xã hội của Quốc hội [Nguyễn Đắc Vinh] điều hành phiên giải trình.
Đại diện WHO tại Việt Nam, Tiến sĩ [Angela Pratt] hoan nghênh quyết định.
Tư lệnh Quân khu 4, Trung tướng [Hà Thọ Bình] kiểm tra đơn vị.
Chính ủy Bộ Tư lệnh Bộ đội Biên phòng, Trung tướng [Nguyễn Anh Tuấn] chúc Tết.
Y sĩ [Lò Thị Phương] gắn bó với bản 20 năm.
Dược sĩ [Nguyễn Phương Thảo], Khoa Dược, Bệnh viện Hữu nghị Việt Đức, hướng dẫn dùng thuốc.
Trưởng Khoa Hồi sức tích cực [Đặng Quốc Tuấn] giải thích cơ chế bệnh.
Phó Viện trưởng phụ trách Viện Dinh dưỡng [Trương Tuyết Mai] khuyến cáo khẩu phần.
Hội đồng Y khoa Quốc gia do GS.TS [Trần Văn Thuấn] đứng đầu.
Kỹ sư [Hồ Quang Cua] lai tạo giống lúa ST25.
Nông dân [Nguyễn Văn Lợi] thu 300 triệu đồng mỗi năm.
Cử tri [Phan Thị Tuyết] (phường Tân Định) kiến nghị sửa đường.
Ông [Ngô Văn Sáu] (63 tuổi, trú thôn Đông) kể: "Nước dâng nhanh lắm".
"Tôi rất mừng", anh [Quân] nói.
"Con sẽ cố gắng", [Linh] tâm sự với mẹ.
Gia đình bà [Bảy] thuộc diện hộ nghèo.
Hàng xóm của ông [Tư] nghe tiếng kêu cứu.
Bà [Nguyễn Thị Định], mẹ nạn nhân [Trần Quốc Bảo], ngất xỉu.
Hai vợ chồng ông [Nguyễn Văn Lực] và bà [Đỗ Thị Mận] bán vé số.
Cô bé [Nguyễn Thảo Vy] mơ làm bác sĩ.
Anh [Đỗ Trung Kiên] - chủ quán phở - mở cửa từ 5 giờ.
Chị [Hoàng Thị Thu Trang], giám đốc Hợp tác xã Sạch, nói.
Ông [Nguyễn Tử Quảng], CEO Bkav, giới thiệu sản phẩm.
Phó Tổng Giám đốc Tập đoàn Điện lực Việt Nam [Võ Quang Lâm] báo cáo.
Nhà sáng lập Amazon [Jeff Bezos] bay vào vũ trụ.
Bộ trưởng Quốc phòng Mỹ [Lloyd Austin] thăm Hà Nội.
Người phát ngôn Bộ Ngoại giao [Phạm Thu Hằng] trả lời báo chí.
Ngoại trưởng Trung Quốc [Vương Nghị] tới Bangkok.
Thủ tướng Campuchia [Hun Manet] và Chủ tịch Thượng viện [Hun Sen] dự lễ.
Tổng thống Hàn Quốc [Yoon Suk-yeol] thăm Nhật Bản.
Thủ tướng Ấn Độ [Narendra Modi] phát biểu.
Tổng Thư ký Liên Hợp Quốc [António Guterres] lên án vụ tấn công.
Chủ tịch Ủy ban châu Âu [Ursula von der Leyen] công bố gói hỗ trợ.
Cựu danh thủ [David Beckham] đến TP.HCM.
[Lionel Messi] ghi bàn trong trận gặp Brazil.
Đội trưởng [Quế Ngọc Hải] đeo băng thủ quân.
HLV trưởng đội tuyển Việt Nam [Kim Sang-sik] công bố danh sách.
Huấn luyện viên [Mai Đức Chung] dẫn dắt đội nữ.
NSƯT [Thành Lộc] chia tay sân khấu Idecaf.
Diễn viên hài [Xuân Hinh] làm sản phẩm âm nhạc.
Nhà văn [Tô Hoài] viết Dế Mèn phiêu lưu ký.
Họa sĩ [Bùi Xuân Phái] vẽ phố cổ.
Theo nhà nghiên cứu [Nguyễn Vinh Phúc], phố này có từ thế kỷ XV.
Thạc sĩ tâm lý [Nguyễn Thị Minh] tư vấn cho phụ huynh.
Chuyên gia tâm lý [Đinh Đoàn] khuyên nên lắng nghe trẻ.
Cô [Nguyễn Thu Hương], hiệu trưởng nhà trường, xin lỗi phụ huynh.
Em [Lường Văn Tiến] đi bộ 10 km tới lớp.
Thủ khoa khối A [Trần Gia Huy] mồ côi cha từ nhỏ.
Liệt sĩ [Nguyễn Văn Thạc] quê ở Hà Nội.
Anh hùng [La Văn Cầu] chặt tay phá bốt.
Mẹ [Nguyễn Thị Rành] có 8 con là liệt sĩ.
Ông [Đặng Lê Nguyên Vũ] và bà [Lê Hoàng Diệp Thảo] dự lễ.
TAND TP Hà Nội mở phiên xử [Bùi Quang Hằng] cùng 5 đồng phạm.
Tên [Hòa] dùng dao khống chế nạn nhân.
Kẻ gây án là [Đoàn Thị Hường], 30 tuổi.
Công an đã bắt giữ [Ngô Văn Thịnh], SN 1992, ở phường Trung Sơn.
Phạm nhân [Lê Minh Đạo] cải tạo tốt.
Luật sư của bị cáo [Lan] đề nghị giảm nhẹ hình phạt.
Trung tá [Y Blăng Niê] tuần tra biên giới.
Bà [Rơ Châm H'Phik] làm chủ tịch hội phụ nữ xã.
Ông [Mùa A Vảng] mua xe máy cho con.
Anh [Lầu Bá Chò] giữ rừng săng lẻ.
Chị [Bàn Thị Mùi] người Dao thêu áo.
Thượng tọa [Thích Minh Quang] tặng quà người nghèo.
[Nguyễn Khánh] - [Bá Đô]
"""

CLINIC_AND_PARLIAMENT = """
Bí thư Đảng ủy, Giám đốc Sở Y tế tỉnh Nghệ An [Lê Thị Hoài Chung] báo cáo kết quả.
Tham dự Hội nghị có: Thứ trưởng [Nguyễn Tri Thức]; các đồng chí Vụ trưởng, Cục trưởng; đại diện Sở Y tế.
Thay mặt Ban Giám đốc, BSCKII [Phạm Thanh Bình] cảm ơn nhà tài trợ.
Ê-kíp gồm BS [Nguyễn Văn Tuấn], BS [Lê Quang Huy], ĐD [Trần Thị Mai] và KTV [Đỗ Văn Nam].
Chủ tịch Công đoàn Y tế Việt Nam [Phạm Thanh Bình] trao 50 suất quà.
Lãnh đạo Bộ Y tế: Bộ trưởng [Đào Hồng Lan], Thứ trưởng [Trần Văn Thuấn].
Bộ trưởng [Đào Hồng Lan] (giữa) chụp ảnh lưu niệm.
Theo BS [Trương Hữu Khanh], cha mẹ cần đưa trẻ đi tiêm.
Bà [Pauline Tamesis], Điều phối viên thường trú Liên Hợp Quốc tại Việt Nam, hoan nghênh Luật Dược.
Ngài [Shantanu Chakrabarti] - Trưởng Đại diện WHO - trao đổi với Cục trưởng [Vũ Mạnh Cường].
Viện trưởng Viện Pasteur Nha Trang [Đỗ Thái Hùng] đi thực địa.
Trong ảnh: Y tá [Nguyễn Thị Lụa] chăm bệnh nhi.
Người nhà bệnh nhân [Phan Văn Đ.] cho biết.
Bệnh nhân [L.V.T] (54 tuổi, ở Thanh Hóa) bị đột quỵ.
Chị [N.T.H] (32 tuổi) sinh non tuần 28.
Ông [T.] kể, ban đầu chỉ ho nhẹ.
Anh [Nguyễn Trọng Khoa], Phó Cục trưởng Cục Quản lý Khám, chữa bệnh, cho biết thêm.
Nữ bác sĩ [Thu Trang] tình nguyện vào tâm dịch.
Giáo sư [Tôn Thất Tùng] là cha đẻ phương pháp cắt gan khô.
GS [Đặng Văn Ngữ], GS [Hồ Đắc Di] được truy tặng.
Bác sĩ [Alexandre Yersin] sống ở Nha Trang.
Tiến sĩ [Kohei Toda], chuyên viên WHO, tập huấn.
Cô giáo [Lò Thị Ún] cắm bản mười năm.
Bộ trưởng Bộ Nội vụ [Phạm Thị Thanh Trà] giải trình trước Quốc hội.
Trưởng Ban Dân nguyện [Dương Thanh Bình] trình bày báo cáo.
Phó Chủ nhiệm Ủy ban Kinh tế và Tài chính [Nguyễn Hữu Toàn] thẩm tra.
Đại biểu [Lý Thị Lan] - Hà Giang phát biểu.
Đại biểu [Ma Thị Thúy] (Tuyên Quang) góp ý dự án luật.
Ông [Lê Tấn Tới], Chủ nhiệm Ủy ban Quốc phòng, An ninh và Đối ngoại, nêu ý kiến.
Phó Giám đốc phụ trách Sở Giáo dục và Đào tạo [Trần Thế Cương] thông tin.
Chủ tịch Hội Nông dân xã [Hoàng Văn Thái] ủng hộ.
Bị can [Nguyễn Thị Như L.], sinh năm 1989, nguyên kế toán trưởng Công ty Hoa Sen.
Thủ tướng Anh [Boris Johnson] và người đồng cấp Pháp [Jean Castex] gặp nhau.
Phó Tổng thống Mỹ [Kamala Harris] công du châu Á.
Ca sĩ người Mỹ [Taylor Swift] lưu diễn.
Tiền đạo người Brazil [Neymar] dính chấn thương.
[Nguyễn Xuân Son] lập hat-trick vào lưới Thái Lan.
[Văn Toàn] chuyền bóng cho [Công Phượng] ghi bàn.
Trung vệ [Đỗ Duy Mạnh] và thủ môn [Bùi Tiến Dũng] trở lại.
Bố [Hà] mất khi em mới lên ba.
Hôm ấy [Tùng] không đến trường, cô giáo gọi cho mẹ [Tùng].
Ông [Nguyễn Minh Triết] - Chủ tịch nước lúc bấy giờ - ký lệnh.
Cậu bé [Nguyễn Hạo Nhiên] rơi vào trụ bê tông.
Ông [Võ Văn Thưởng] sinh năm 1970, quê Vĩnh Long.
Con gái bà là chị [Phạm Thị Hường] cũng theo nghề y.
Cụ [Phan Bội Châu] bị giam lỏng ở Huế.
Vua [Quang Trung] đại phá quân Thanh.
Nữ tướng [Nguyễn Thị Định] quê Bến Tre.
Bác [Tôn] giản dị.
Nhóm tác giả gồm [Lê Anh Tuấn], [Phạm Hồng Hà], [Đặng Minh Quân].
Giải nhất thuộc về [Bùi Thị Ngân], lớp 12A1.
"Chúng tôi đã chuẩn bị kỹ" - ông [Trần Hữu Thế] nói.
Theo Tổng Giám đốc BHXH Việt Nam [Nguyễn Thế Mạnh], quỹ an toàn.
Cục Hàng không do ông [Đinh Việt Thắng] đứng đầu.
Chủ tịch Hội đồng thành viên Agribank [Phạm Đức Ấn] phát biểu.
Ông [Nguyễn Văn A], bà [Trần Thị B] cùng con là [Nguyễn Văn C] ký đơn.
"""

SEAMS = """
Họ gặp [Mai Trần Tuấn Anh] và [Hồ Trần Quang Dũng] ở lễ trao giải.
Theo đánh giá của Sở Hà Nội [Trần Quang Dũng] là người có công.
Chủ tịch FLC [Trịnh Văn Quyền] và Thị trưởng New York [Eric Adams] gặp nhau.
Chị [Nga] và anh [Đức] mở quán cơm chay.
Phó Chủ tịch UBND thành phố Hải Phòng [Lê Khắc Nam] tiếp đoàn công tác.
Trưởng phòng Nghiệp vụ Y Sở Y tế [Nguyễn Hữu Tùng] hướng dẫn.
Tại buổi làm việc, Giám đốc CDC Hà Nội [Bùi Văn Hào] cho biết dịch đã được kiểm soát.
Ông [Nguyễn Khắc Toàn] (Bí thư Tỉnh ủy Khánh Hòa) thăm hỏi ngư dân.
Ông [Lê Trí Thanh] - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Quảng Nam chủ trì cuộc họp.
Cùng dự có Phó Bí thư Thường trực Thành ủy [Nguyễn Thanh Nghị], Trưởng Ban Tổ chức Thành ủy [Văn Thị Bạch Tuyết].
Phát biểu khai mạc, [Trần Hồng Hà] nêu rõ ba nhiệm vụ.
Thứ trưởng Bộ Ngoại giao [Lê Thị Thu Hằng] và Đại sứ Đặc mệnh toàn quyền Cộng hòa Pháp [Olivier Brochet] trao đổi.
GS.TSKH [Vũ Minh Giang]: "Lịch sử là tấm gương".
Theo ông [Bùi Sỹ Lợi], nguyên Phó Chủ nhiệm Ủy ban Về các vấn đề xã hội của Quốc hội, luật cần sửa.
Trưởng Công an xã [Lường Văn Hặc] vận động bà con giao nộp súng.
Hai anh em [Nguyễn Văn Bình] và [Nguyễn Văn An] cùng nhập ngũ.
Ngày 12/3, TAND tỉnh An Giang xét xử bị cáo [Néang Sóc Kha] về tội buôn lậu.
Anh [Trần Văn Khởi] (phóng viên Báo Lao Động) bị hành hung.
[Đỗ Hùng Dũng] dính chấn thương nặng.
Bà [Võ Thị Sáu] năm nay 90 tuổi, sống ở đường Võ Thị Sáu.
Thị trưởng Seoul [Oh Se-hoon] đến Hà Nội.
Nhà vật lý [Stephen Hawking] qua đời.
Anh [Dương] (tên nhân vật đã được thay đổi) kể lại.
Tại nhà riêng, mẹ em [Ngọc Anh] nghẹn ngào.
Kỷ niệm 100 năm Ngày sinh đồng chí [Võ Văn Kiệt].
Tác phẩm của họa sĩ [Lê Thiết Cương] được trưng bày.
Vợ ông là bà [Nguyễn Thị Doan] mất năm ngoái.
"""

LISTS_AND_STOPS = """
Ba tỷ phú [Phạm Văn Lộc] - [Nguyễn Hải Quân] - [Hồ Quang Dũng] cùng dự.
Hai cháu [L.Đ.Đ.S] (SN 2013), [L.T.A] (SN 2018) được cứu.
Hoa hậu Hòa bình [Thùy Vân] và Hoa hậu Việt Nam [Tiểu Mai] làm giám khảo.
Hoa hậu Hoàn vũ Việt Nam - [Nguyễn Thị Hải Châu] đến sớm.
Phụ huynh tố cô giáo [L]. Nhà trường tạm đình chỉ cô giáo [T]. Sau đó công an vào cuộc.
Ông [John W. Snow] và ông [Trần Văn H.] cùng ký.
"""

NOBODY = """
Đêm chung kết Hoa hậu Hoàn vũ Việt Nam diễn ra tối nay.
Cuộc thi Hoa hậu Hòa bình khép lại.
Ông lớn Sun Lotus Group và lãnh đạo Green Bay Holdings im lặng.
Tuyến Nguyễn Trãi - Lê Văn Lương - Tố Hữu thường kẹt xe.
Phường Nguyễn Trãi thuộc quận Hà Đông, Hà Nội.
Xe chạy trên đường Trần Hưng Đạo, Lê Lợi và Nguyễn Huệ.
Vụ tai nạn ở ngã tư Nguyễn Kiệm - Hoàng Minh Giám khiến hai người bị thương.
Quán ở số 45 Nguyễn Trãi luôn đông khách.
Học sinh Trường THPT Nguyễn Thị Minh Khai đạt giải.
Bệnh viện Nguyễn Tri Phương tiếp nhận ca bệnh.
Bộ trưởng Bộ Y tế đề nghị các địa phương báo cáo.
Tỉnh Thái Bình và tỉnh Hà Nam cùng ký kết.
Bão vào vùng biển Thái Bình Dương, hướng về Hoàng Sa.
Tết Đinh Dậu năm nay đến sớm.
Cầu Nguyễn Văn Trỗi bắc qua sông Hàn.
Giải thưởng Tạ Quang Bửu được trao hằng năm.
Câu lạc bộ Hoàng Anh Gia Lai thắng đậm.
TP Hồ Chí Minh ghi nhận 50 ca mắc mới.
Học tập tư tưởng Hồ Chí Minh trong Đảng bộ.
Anh và Pháp ký hiệp định.
Ông Công, ông Táo chầu trời.
Thủ tướng: Cả nước có Tết và nhân dân ai cũng có Tết
Bộ trưởng Bộ Y tế: Tuyên Quang phát huy lợi thế cơ sở vật chất.
Trưởng khoa Nhi trực đêm.
Bà Rịa - Vũng Tàu hút khách.
Các bác sĩ Bệnh viện Bạch Mai cứu sống bệnh nhân.
Người dân Hà Nội và du khách Sài Gòn chen chúc.
Công khai danh sách đề nghị xét tặng danh hiệu.
Chủ tịch nước trao quyết định.
Phố Lý Thường Kiệt ùn tắc kéo dài.
Quỹ Nguyễn Thái Bình trao 20 suất học bổng.
Tuyến Lê Duẩn - Trần Nhân Tông đang thi công.
Trường Tiểu học Trần Quốc Toản khai giảng.
Nhà hàng Hoàng Long đóng cửa.
Đoàn Hải Dương giành 5 huy chương.
Người Mông ở Mù Cang Chải đón Tết sớm.
Công ty Cổ phần Hùng Vương công bố báo cáo.
Huyện Lâm Thao, tỉnh Phú Thọ đạt chuẩn nông thôn mới.
Bệnh Parkinson và hội chứng Kawasaki còn khó chữa.
Cúp Quốc gia khởi tranh; Cúp C1 trở lại.
Samsung Galaxy và Apple Watch giảm giá.
Real Madrid thắng Manchester City 3-1.
Vụ Kế hoạch - Tài chính trình Bộ trưởng.
Đồng bằng sông Cửu Long thiếu nước.
Ngày Thầy thuốc Việt Nam 27/2.
HỘI NGHỊ TỔNG KẾT CÔNG TÁC NĂM 2024
BỘ Y TẾ HỌP BÁO VỀ DỊCH SỞI
Nguồn: Dân trí
Ảnh: TTXVN
Ảnh: Internet
Chi cục Quản lý thị trường tỉnh Lào Cai kiểm tra.
Chị em phụ nữ xã Tân Lập thi đua.
Các thầy cô giáo vùng cao vượt khó.
Ông bà Ngoại luôn yêu thương cháu.
Em yêu Trường Sa.
Đường Hồ Chí Minh đoạn qua Quảng Bình bị sạt lở.
Khu đô thị Nam Trung Yên mất nước.
Thủ đô Washington chìm trong tuyết.
Thị trường Trung Quốc và Nhật Bản khởi sắc.
Bình Định, Phú Yên, Khánh Hòa mưa to.
Nghị quyết của Ban Chấp hành Trung ương Đảng.
Trưởng phòng Kế hoạch phải ký tên.
Giám đốc Công ty trình bày phương án.
Bến xe Nguyễn Văn Linh quá tải dịp lễ.
Chợ Phạm Văn Hai đông nghẹt.
Rạp Kim Đồng chiếu phim hoạt hình.
Vùng Tây Nguyên vào mùa khô, cà phê Buôn Ma Thuột tăng giá.
Trận Việt Nam - Thái Lan kết thúc hòa.
Huân chương Hồ Chí Minh và Huân chương Sao Vàng.
Chỉ thị 16 của Thủ tướng Chính phủ có hiệu lực.
Dự án đường Vành đai 4 chậm tiến độ.
Tổng cục Hải quan, Kho bạc Nhà nước phối hợp thu.
Nhóm nhạc BTS và Blackpink lưu diễn.
Giá vàng SJC lên 80 triệu đồng.
Hệ thống Y tế Vinmec khai trương.
Khoa Nhi và Khoa Sản quá tải.
Đại hội Đảng bộ nhiệm kỳ 2025-2030 thành công.
Các đại biểu dâng hương tại Khu di tích Kim Liên.
Sông Lam, núi Hồng là biểu tượng xứ Nghệ.
Lễ hội Gióng, hội Lim thu hút khách.
Tàu Hải Dương 8 rời vùng biển.
Chương trình do Đài Truyền hình Việt Nam tổ chức.
Hai đội Hà Nội và Nam Định hòa 1-1.
Ban Giám đốc, Phòng Tổ chức và Công đoàn bệnh viện thống nhất.
Bị cáo khai nhận; bệnh nhân hồi phục; ông bà mừng rỡ.
Bác sĩ Việt Nam sang Nhật Bản học tập.
Khu phố Nguyễn Du được chỉnh trang, hồ Trúc Bạch nạo vét.
Kinh phí do Quỹ Phòng chống tác hại của thuốc lá hỗ trợ.
Thông tư hướng dẫn Luật Khám bệnh, chữa bệnh có hiệu lực.
Phòng khám Đa khoa Hoàng Long bị xử phạt.
Trạm Y tế phường Trần Phú chuyển địa điểm.
Lực lượng Công an, Quân đội, Biên phòng vào cuộc.
TIN LIÊN QUAN
Hà Nội, ngày 5 tháng 3 năm 2024
Sản phẩm OCOP của Hợp tác xã Đồng Tâm lên sàn Shopee.
Trung tâm Kiểm soát bệnh tật tỉnh Bình Dương tập huấn.
Chủ tịch Hội đồng và các ủy viên họp kín.
Thứ trưởng Bộ Công Thương làm việc với tỉnh Lạng Sơn.
Đồng chí Bí thư Tỉnh ủy dự và chỉ đạo hội nghị.
Các ông, bà có tên trên đến nhận thưởng.
Cầu Trần Thị Lý rực sáng về đêm.
Đại lộ Nguyễn Văn Linh ngập sâu.
Hầm Đèo Cả thông xe.
Ngõ 12 Đào Tấn có nhiều quán ăn.
Trường Cao đẳng Y tế Thái Bình tuyển sinh.
Năm Ất Tỵ 2025 mưa thuận gió hòa.
Công viên Lê Thị Riêng mở cửa miễn phí.
Vắc xin Pfizer và Moderna được phân bổ.
Giải Nobel, giải Oscar vinh danh nhiều tác phẩm.
Virus Zika, bệnh Alzheimer, hội chứng Down.
Nhà ga Sài Gòn bán vé Tết.
Quận Lê Chân, thành phố Hải Phòng.
Thủ tướng Chính phủ phê duyệt đề án.
Theo Tuổi Trẻ Online
Tổng Giám đốc yêu cầu báo cáo.
"""

GENRES = {
    "ministry": MINISTRY, "province": PROVINCE, "courts": COURTS_AND_POLICE,
    "football": FOOTBALL, "stage": STAGE, "business": BUSINESS, "foreign": FOREIGN,
    "clinic": CLINIC_AND_PARLIAMENT, "everyday": EVERYDAY, "mixed": MIXED, "seams": SEAMS, "all sorts": ALL_SORTS,
    "lists and stops": LISTS_AND_STOPS,
}  # fmt: skip
POSITIVE = [
    pytest.param(case, id=f"{genre}: {case[:50]}")
    for genre, cases in GENRES.items()
    for case in cases.strip().splitlines()
]


@pytest.mark.parametrize("case", POSITIVE)
def test_names(case: str) -> None:
    text = case.replace("[", "").replace("]", "")
    assert [p["text"] for p in people(text)] == bracketed(case)


def sentences(name: str) -> list[str]:
    """The cases of a file beside the tests; lines with # tell their genre."""
    lines = (Path(__file__).parent / "persons" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("case", sentences("press.txt"))
def test_names_in_the_press(case: str) -> None:
    text = case.replace("[", "").replace("]", "")
    assert [p["text"] for p in people(text)] == bracketed(case)


@pytest.mark.parametrize("text", [*NOBODY.strip().splitlines(), *sentences("nobody.txt")])
def test_nobody(text: str) -> None:
    assert [p["text"] for p in people(text)] == []


# text, name, title, role, organization
FIELDS = [
    ("Bộ trưởng Bộ Tư pháp Lê Văn Quý dự họp", "Lê Văn Quý", None, "Bộ trưởng", "Bộ Tư pháp"),
    ("bà Lê Thị Quý, Bộ trưởng Bộ Tư pháp", "Lê Thị Quý", "bà", "Bộ trưởng", "Bộ Tư pháp"),
    ("GS.TS Lê Văn Quý - Bộ trưởng Bộ Tư pháp nói", "Lê Văn Quý", "GS.TS", "Bộ trưởng", "Bộ Tư pháp"),
    ("ông Lê Văn Quý (nguyên Bộ trưởng Bộ Tư pháp)", "Lê Văn Quý", "ông", "nguyên Bộ trưởng", "Bộ Tư pháp"),
    ("Tòa tuyên phạt bị cáo. Bà Lê Thị Quý kháng cáo", "Lê Thị Quý", "Bà", None, None),
    ("Công an truy nã bị can. Ông Lê Văn Quý ra đầu thú", "Lê Văn Quý", "Ông", None, None),
    ("PGS. TS. Lê Văn Quý nói", "Lê Văn Quý", "PGS. TS", None, None),
    ("ThS-BS Lê Văn Quý khám", "Lê Văn Quý", "ThS-BS", None, None),
    ("BS-CKII Lê Văn Quý khám", "Lê Văn Quý", "BS-CKII", None, None),
    ("cựu chủ tịch QVG Lê Văn Quý khai", "Lê Văn Quý", None, "cựu chủ tịch", "QVG"),
    ("ông Lê Văn Quý (cựu tổng giám đốc SQB)", "Lê Văn Quý", "ông", "cựu tổng giám đốc", "SQB"),
    ("ông Lê Văn Quý (SN 1965, trú tại phường 5, nguyên Chủ tịch UBND xã Hải Tân) khai", "Lê Văn Quý", "ông", "nguyên Chủ tịch", "UBND xã Hải Tân"),
    ("ông Lê Văn Quý (SN 1965, trú tại phường 5) và nguyên Chủ tịch UBND xã Hải Tân", "Lê Văn Quý", "ông", None, None),
    ("Thủ tướng Chính phủ Lê Văn Quý", "Lê Văn Quý", None, "Thủ tướng", "Chính phủ"),
    ("Chủ tịch Quốc hội Lê Văn Quý", "Lê Văn Quý", None, "Chủ tịch", "Quốc hội"),
    ("Chủ tịch nước Lê Văn Quý", "Lê Văn Quý", None, "Chủ tịch nước", None),
    ("Bí thư Trung ương Đảng Lê Văn Quý", "Lê Văn Quý", None, "Bí thư", "Trung ương Đảng"),
    ("Giám đốc Sở Y tế Hà Nội Lê Văn Quý", "Lê Văn Quý", None, "Giám đốc", "Sở Y tế Hà Nội"),
    ("đồng chí Lê Văn Quý, Phó Chủ tịch Thường trực UBND tỉnh Sơn La", "Lê Văn Quý", "đồng chí", "Phó Chủ tịch Thường trực", "UBND tỉnh Sơn La"),
    ("Quyền Vụ trưởng Vụ Pháp chế Lê Văn Quý", "Lê Văn Quý", None, "Quyền Vụ trưởng", "Vụ Pháp chế"),
    ("PGS. TS. Lê Văn Quý, Phó Vụ trưởng Vụ Pháp chế, Bộ Y tế", "Lê Văn Quý", "PGS. TS", "Phó Vụ trưởng", "Vụ Pháp chế"),
    ("Thiếu tướng, GS.TS Lê Văn Quý, Giám đốc Bệnh viện Quân y 103", "Lê Văn Quý", "Thiếu tướng, GS.TS", "Giám đốc", "Bệnh viện Quân y 103"),
    ("Giám đốc Bệnh viện Bạch Mai, PGS.TS Lê Văn Quý cho biết", "Lê Văn Quý", "PGS.TS", "Giám đốc", "Bệnh viện Bạch Mai"),
    ("TS - BS Lê Văn Quý, Trưởng khoa Nhi, trả lời", "Lê Văn Quý", "TS - BS", "Trưởng khoa", "khoa Nhi"),
    ("Ủy viên Trung ương Đảng, Bộ trưởng Bộ Y tế Lê Văn Quý", "Lê Văn Quý", None, "Bộ trưởng", "Bộ Y tế"),
    ("Đại tá Lê Văn Quý - Phó Giám đốc Công an tỉnh Hòa Bình", "Lê Văn Quý", "Đại tá", "Phó Giám đốc", "Công an tỉnh Hòa Bình"),
    ("bệnh nhân Lê Văn Q. nhập viện", "Lê Văn Q.", "bệnh nhân", None, None),
    ("bị cáo Lê Văn Quý khai", "Lê Văn Quý", "bị cáo", None, None),
    ("luật sư Lê Văn Quý nói", "Lê Văn Quý", None, None, None),
    ("nhà thơ Lê Văn Quý đọc thơ", "Lê Văn Quý", None, None, None),
    ("Chánh án TAND tối cao Lê Văn Quý", "Lê Văn Quý", None, "Chánh án", "TAND tối cao"),
    ("Tổng Bí thư Lê Văn Quý", "Lê Văn Quý", None, "Tổng Bí thư", None),
    ("ông Lê Văn Quý, Chủ tịch HĐQT Tập đoàn Sao Mai, ký", "Lê Văn Quý", "ông", "Chủ tịch HĐQT", "Tập đoàn Sao Mai"),
    ("bà Jane Roe, Giám đốc Chương trình y tế khu vực Đông Á, Thái Bình Dương cùng dự", "Jane Roe", "bà", "Giám đốc Chương trình y tế khu vực Đông Á, Thái Bình Dương", None),
    ("Ông Jan Rode, Trưởng đại diện WHO tại Việt Nam, nói", "Jan Rode", "Ông", "Trưởng đại diện", "WHO tại Việt Nam"),
    ("Hòa thượng Thích Minh Tâm thuyết pháp", "Thích Minh Tâm", "Hòa thượng", None, None),
    ("Thầy thuốc Ưu tú, BSCKII Lê Văn Quý khám bệnh", "Lê Văn Quý", "Thầy thuốc Ưu tú, BSCKII", None, None),
    ("Theo đồng chí Đại tá Lê Văn Quý", "Lê Văn Quý", "đồng chí Đại tá", None, None),
    ("Bộ Công Thương có Thứ trưởng thường trực Lê Văn Quý", "Lê Văn Quý", None, "Thứ trưởng thường trực", None),
    ("Lê Văn Quý, Hiệu trưởng Trường Đại học Y Hà Nội, nói", "Lê Văn Quý", None, "Hiệu trưởng", "Trường Đại học Y Hà Nội"),
    ("Ông Lê Văn Quý hiện là Chủ tịch UBND huyện Mai Châu", "Lê Văn Quý", "Ông", "Chủ tịch", "UBND huyện Mai Châu"),
    ("Ông Lê Văn Quý được bổ nhiệm giữ chức Cục trưởng Cục Phòng bệnh", "Lê Văn Quý", "Ông", "Cục trưởng", "Cục Phòng bệnh"),
    ("Chánh Văn phòng Bộ Y tế Lê Văn Quý", "Lê Văn Quý", None, "Chánh Văn phòng", "Bộ Y tế"),
    # A unit that no organization mention tells: its last word, and where a verb begins.
    ("Bà Đỗ Thị Vân, Giám đốc Sở Tài chính.", "Đỗ Thị Vân", "Bà", "Giám đốc", "Sở Tài chính"),
    ("Bà Đỗ Thị Vân, Giám đốc Sở Tài chính phát biểu.", "Đỗ Thị Vân", "Bà", "Giám đốc", "Sở Tài chính"),
    ("Bà Đỗ Thị Vân, Trưởng phòng Tài chính kế toán, nói.", "Đỗ Thị Vân", "Bà", "Trưởng phòng", "phòng Tài chính kế toán"),
    ("Bà Đỗ Thị Vân, Giám đốc Trung tâm Y tế huyện kiểm tra.", "Đỗ Thị Vân", "Bà", "Giám đốc", "Trung tâm Y tế huyện"),
    ("Bà Đỗ Thị Vân, Giám đốc Sở Nông nghiệp và Phát triển nông thôn báo cáo.", "Đỗ Thị Vân", "Bà", "Giám đốc", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("Bà Đỗ Thị Vân, Giám đốc Sở Văn hóa và Thể thao, nói.", "Đỗ Thị Vân", "Bà", "Giám đốc", "Sở Văn hóa và Thể thao"),
    # Signatures.
    ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(đã ký)\nLê Văn Quý", "Lê Văn Quý", None, "PHÓ CHỦ TỊCH", None),
    ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nPHẠM KHẮC ĐIỀM\n", "PHẠM KHẮC ĐIỀM", None, "PHÓ GIÁM ĐỐC", None),
    ("GIÁM ĐỐC\n\n\nMa Thế Quyền", "Ma Thế Quyền", None, "GIÁM ĐỐC", None),
    ("Họp với Giám đốc\nLê Văn Quý kể chuyện", "Lê Văn Quý", None, None, None),
    # Abbreviated posts, and the title before a post.
    ("Ma Thế Quyền, UVBCT, nói", "Ma Thế Quyền", None, "UVBCT", None),
    ("Vũ Văn Lợi, UVT.Ư Đảng, nói", "Vũ Văn Lợi", None, "UVT.Ư Đảng", None),
    ("ông Vũ Văn Lợi, TVXQ, Trưởng ban Nội chính Tỉnh ủy", "Vũ Văn Lợi", "ông", "Trưởng ban", "ban Nội chính Tỉnh ủy"),
    ("ông Vũ Văn Lợi, Ủy viên BTV Tỉnh ủy", "Vũ Văn Lợi", "ông", "Ủy viên", "BTV Tỉnh ủy"),
    ("Đồng chí Bí thư Tỉnh ủy Mai Văn Thụ nói", "Mai Văn Thụ", "Đồng chí", "Bí thư", "Tỉnh ủy"),
    ("Theo ông, Bí thư Tỉnh ủy Mai Văn Thụ nói", "Mai Văn Thụ", None, "Bí thư", "Tỉnh ủy"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "role", "organization"), FIELDS)
def test_fields(
    text: str, name: str, title: str | None, role: str | None, organization: str | None
) -> None:
    p = person(text, name)
    got = (p.get("title"), p.get("role"), p.get("organization"))
    assert got == (title, role, organization)


def test_further_positions() -> None:
    p = person(
        "Tới dự có đồng chí Lê Văn Quý, Bí thư Tỉnh ủy kiêm Chủ tịch HĐND tỉnh Sơn La, "
        "nguyên Thứ trưởng Bộ Y tế.",
        "Lê Văn Quý",
    )
    assert (p["role"], p["organization"]) == ("Bí thư", "Tỉnh ủy")
    assert p["roles"] == [
        {"role": "Chủ tịch", "organization": "HĐND tỉnh Sơn La"},
        {"role": "nguyên Thứ trưởng", "organization": "Bộ Y tế"},
    ]


def test_a_semicolon_closes_the_positions() -> None:
    text = "đồng chí Ma Thế Quyền, nguyên Bí thư Tỉnh ủy; đại diện Đảng ủy UBND tỉnh dự."
    assert person(text, "Ma Thế Quyền")["roles"] == []


# The last lines of a page, and who signed it.
BYLINES = [
    ("BÍCH LIÊN", ["BÍCH LIÊN"]),
    ("T.Nhung", ["T.Nhung"]),
    ("Minh Anh - Hà Vy", ["Minh Anh", "Hà Vy"]),
    ("Bài và ảnh: Minh Anh - Hà Vy", ["Minh Anh", "Hà Vy"]),
    ("Theo Thu Hoàn (VnExpress)", ["Thu Hoàn"]),
    ("Theo Thu Hoàn (huyện nhà)", []),
    ("THẾ GIỚI", []),
    ("DANH MỤC", []),
    ("THÔNG BÁO", []),
]


@pytest.mark.parametrize(("line", "names"), BYLINES)
def test_bylines(line: str, names: list[str]) -> None:
    text = f"Trời mưa rất to ở xã này.\n{line}"
    article = [m for m in found(text, organizations, persons) if m["kind"] == "person"]
    assert [m["text"] for m in article] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bun-thăn Xay-nha-vông cho biết dịch giảm.", ["Bun-thăn Xay-nha-vông"]),
        ("Sau đó Jean-Luc Moreau cho rằng nên chờ.", ["Jean-Luc Moreau"]),
        ("Coca-Cola Vietnam cho biết doanh thu giảm.", []),
        ("Chủ tịch\nTHÔNG BÁO KẾT QUẢ", []),
    ],
)
def test_names_in_a_frame(text: str, names: list[str]) -> None:
    assert [p["text"] for p in people(text)] == names


def test_a_position_of_a_list_stays_with_the_name_before_it() -> None:
    text = (
        "Dự hội nghị có Thứ trưởng Bộ Y tế Lê Văn Quý, Chủ tịch Hội đồng Y khoa Quốc gia, "
        "GS.TS. Trần Minh Đạo, Phó Chủ tịch Hội Phụ sản Việt Nam."
    )
    quy, dao = people(text)
    assert (quy["role"], quy["roles"][0]["role"]) == ("Thứ trưởng", "Chủ tịch")
    assert (dao["role"], dao["organization"]) == ("Phó Chủ tịch", "Hội Phụ sản Việt Nam")


def test_a_list_that_opens_with_positions_keeps_them_before_the_names() -> None:
    text = (
        "Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lê Văn Quý, Ủy viên Bộ Chính trị, "
        "Chủ tịch Quốc hội Trần Minh Đạo dự lễ."
    )
    quy, dao = people(text)
    assert [r["organization"] for r in quy["roles"]] == ["Bộ Chính trị"]
    assert [r["organization"] for r in dao["roles"]] == ["Bộ Chính trị"]


def test_a_position_of_many() -> None:
    text = "Các Phó Chủ tịch UBND tỉnh: Lê Văn Quý, Trần Minh Đạo và Vừ A Dơ cùng dự."
    assert [p["role"] for p in people(text)] == ["Phó Chủ tịch"] * 3


# Short forms: the text, then mention and full name in order.
SHORT = [
    ("Ông Lê Văn Hải và ông Trần Minh Hải tranh cãi, rồi ông Hải bỏ về.",
     [("Lê Văn Hải", "Lê Văn Hải"), ("Trần Minh Hải", "Trần Minh Hải"), ("Hải", None)]),
    ("Bà Lê Thị Hải gặp ông Trần Minh Hải, rồi ông Hải bỏ về.",
     [("Lê Thị Hải", "Lê Thị Hải"), ("Trần Minh Hải", "Trần Minh Hải"), ("Hải", "Trần Minh Hải")]),
    ("Ông Lê Văn Hải đến. Sau đó ông Trần Minh Hải đến. Ông Hải ngồi xuống.",
     [("Lê Văn Hải", "Lê Văn Hải"), ("Trần Minh Hải", "Trần Minh Hải"), ("Hải", "Trần Minh Hải")]),
    ("Ông Lê Văn Quý đến sớm. Ông Quý ngồi hàng đầu.", [("Lê Văn Quý", "Lê Văn Quý"), ("Quý", "Lê Văn Quý")]),
    ("Bà Angela Roe phát biểu. Bà Roe cảm ơn.", [("Angela Roe", "Angela Roe"), ("Roe", "Angela Roe")]),
    ("Anh Trần Văn Tú đi làm, vợ anh Tú ở nhà. Sau đó Tú về quê.",
     [("Trần Văn Tú", "Trần Văn Tú"), ("Tú", "Trần Văn Tú"), ("Tú", "Trần Văn Tú")]),
    ("Bác sĩ Hùng khám bệnh.\nThS.BS Lê Mạnh Hùng phụ trách.", [("Hùng", "Lê Mạnh Hùng"), ("Lê Mạnh Hùng", "Lê Mạnh Hùng")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHORT)
def test_short_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(p["text"], p["full_name"]) for p in people(text)] == expected


def test_key_is_the_folded_full_name() -> None:
    text = "Ông Lê Văn Thuỷ đến. Ông Thủy về. KT. TRƯỞNG PHÒNG LÊ VĂN THỦY"
    keys = {p["key"] for p in people(text)}
    assert keys == {"lê văn thủy"}


@pytest.mark.parametrize(
    "text",
    ["A " * 50_000, "Ông " * 40_000, "bộ trưởng " * 20_000, "Trần Văn A, " * 15_000,
     "Giám đốc Sở Y tế, " * 8_000, "A." * 60_000, "N'" * 60_000, "(" * 100_000],
)  # fmt: skip
def test_time_grows_with_the_text(text: str) -> None:
    # Quadratic work on one of these would take minutes.
    article = Article(text=text)
    persons(article)


def test_initials_alone_are_no_identity() -> None:
    assert [p["key"] for p in people("Cháu H. bị thương. Em N.T.H. đi học.")] == [None, None]
    named = people("Bà Nguyễn Thị H. kể. Cháu H. bị thương.")
    assert [p["key"] for p in named] == ["nguyễn thị h.", "nguyễn thị h."]

# ruff: noqa: E501
"""Persons by the shape of what stands around them: contests, brackets, glued and rare words.

Brackets stand around each person: `[name|title|role|organization]`, what is empty may be left out.
"""

from __future__ import annotations

import pytest
from cases import bare, lines, read, told

CONTESTS = """
Ở nội dung đơn nam cầu lông, [Lê Đức Hoan] thua [Somchit] (Thái Lan) 0-2, [Đỗ Minh Tường] thắng [Kenji] (Nhật Bản) 2-1.
Tay vợt [Lê Đức Hoan] gặp [Tan Wei Fong] (Malaysia, hạng 61 thế giới) ở vòng hai.
Giải quần vợt nhóm 2: [Lê Đức Hoan] để thua trước [Aryan Vikram] (Ấn Độ).
Đôi nam cầu lông: [Đức Hoan]/[Minh Tường] vượt qua [Rivalo]/[Bantor] (Philippines) sau 40 phút.
Ở hạng 56 kg môn cử tạ, các đô cử mạnh là [Pak Chol Nam] (CHDCND Triều Tiên) và [Wu Jing Tao] (Trung Quốc).
Giải cờ vua quốc tế ở Budapest (Hungary) có 8 kỳ thủ; [Lê Bảo Trân] thắng [Ildiko Farkas] (hạng 40 thế giới).
[Đỗ Mai Ly] đánh bại [Zar Wint] của chủ nhà Myanmar ở chung kết môn quyền anh; [Bảo Hà] thắng [Lathavong] (đều của Lào).
[Purit Bunson] (điền kinh, Thái Lan) về nhất. Ở môn võ, [Đỗ Mai Ly] hạ đối thủ [Sopheap Mao] (Campuchia); [Lê Quý Hà] hạ [Key Mon Thwin] 2-0.
Võ sĩ chủ nhà Thái Lan [Chanchai] bỏ cuộc. Chiều qua, [Vũ Thị Hương] - [Diệp Thị Hoa] đã về nhất trên đường đua xanh.
Vòng đấu của các kỳ thủ khởi tranh ở Linares (Tây Ban Nha), sau đó tới Biel (Thụy Sĩ).
Tay vợt 17 tuổi tập tại học viện Mouratoglou (Pháp) và dự giải Futures ở Antalya (Thổ Nhĩ Kỳ).
Festival cờ vua Tradeport Gibraltar (Anh) khép lại. Giải tennis Men's Open Pune (Ấn Độ) mở màn.
Đội Buriram (Thái Lan) thắng 2-0. Hà Nội FC thua Johor (Malaysia) 0-3. Hãng Daikin (Nhật Bản) tài trợ.
Nhà máy của Hyundai (Hàn Quốc) đặt ở Ulsan (Hàn Quốc).
"""

# Spaces that a page has lost, and what it sets right behind a name.
GLUED = """
Cố Tổng Bí thư [LêVăn Quý||Cố Tổng Bí thư] quê ở Quảng Trị; bà [Đỗ ThịHoa|bà] là em.
GS vật lý [Đàm ThanhTùng] và ông [TrầnVănQuý|ông] cùng dự.
Ông [Lê Văn Quý|Ông]Theo VOV. Bà [Lê Thị Hoa|Bà]TAG: y tế
Đến dự có [LeBron James], [Leonardo DiCaprio] và [Kevin McCarthy].
Nguyên Ủy viên BộChính trị dự lễ ở Thành phố HồChí Minh. Xe VinFast và máy bay VietJet.
"""

# Surnames that are other words as well, names of five syllables, names behind numbers.
RARE = """
Theo ĐH Oxford, [Từ Ngọc Long Hà] là nghiên cứu sinh của viện.
Chiều qua ở Hà Nội [Từ Minh Tâm] nói với đồng nghiệp. Từ Minh Khai đi Gia Lâm mất nửa giờ.
Bà [Vương Thị Ngọc Bảo Trân|Bà] nhận quà; chị [Vương Thị Ngọc Lan|chị] đứng bên.
Tổ trưởng Đội 5 [Lương Tam Quý] xin nghỉ. Quán ở nhà 15 Lê Hồng Phong.
Ông [Lê Công Sứ|Ông|Chủ tịch|UBND huyện Thanh Lâm] - Chủ tịch UBND huyện Thanh Lâm trả lời.
Tổng Bí thư [Lê Duẩn||Tổng Bí thư], Chủ tịch nước [Lương Khánh||Chủ tịch nước], Thủ tướng Chính phủ [Đỗ Văn Quý||Thủ tướng|Chính phủ] gửi hoa.
Xe rẽ từ đường Lê Lợi sang Nguyễn Huệ rồi dừng. Mùng Ba Tết, trưởng thôn đi chúc Tết.
Tài năng trẻ [Từ Lê Khánh Vũ] thắng trận. Từ Trần Phú rẽ sang Lê Lợi.
Bị cáo [Trần Ngọc Thành|Bị cáo] và [Nguyễn Thị Yên|Bị cáo] kháng cáo; bị cáo [Lê An|bị cáo], luật sư [Trần Bình] vắng mặt.
Danh sách: 1. [Hồ Thanh Hải]; 2. [Lã Châu Phương]; 3. [Vũ Mộc Lan].
"""

# What is done by somebody; whose body stands behind; brands inside names.
DOING = """
Xe máy do [Hồ Pa Quýt] (xã Tà Long) điều khiển lao xuống vực; trên xe [Quýt] chở hai người.
Phim do [Spark Leeman] đạo diễn ra rạp..
Tour do Hãng Sao Mai tổ chức, cầu do Đồng Tâm thi công.
Công tố viên [Karl Hahn||Công tố viên|Tòa án Hình sự Quốc tế] của Tòa án Hình sự Quốc tế trả lời.
Giám đốc [Lê Văn Quý||Giám đốc] của chúng tôi đi vắng.
[Nguyễn Đức Hòa] phát biểu trước, [Lê Trung Nguyên] (Cần Thơ) nói sau.
Cà phê Trung Nguyên và thép Hòa Phát lên giá.
"""

# Orders of the church and of the old court; titles and posts that a list shares.
ORDERS = """
[Cao Thị Lan] gặp cha [Antôn Đặng Hữu Quý|cha] và sơ [Têrêsa Hoàng Thị Mơ|sơ] ở nhà dòng.
Trong hồ sơ [Nguyễn Trãi] không có tờ nào. Cha của em đi biển.
Đức Giám mục [Phêrô Lê Văn Khám|Đức Giám mục|Giám mục chính tòa|Giáo phận Phan Thiết] - Giám mục chính tòa Giáo phận Phan Thiết - dâng lễ.
Bia ghi Trạng nguyên [Lương Văn Hiến|Trạng nguyên] và Thám hoa [Đặng Duy Minh|Thám hoa].
Khiển trách các ông: [Hà Văn Quý|ông|nguyên Phó Giám đốc|Sở Nội vụ] (nguyên Phó Giám đốc Sở Nội vụ), [Lý Thái Hà|ông].
Giao các ông có tên sau: 1. [Hồ Thanh Hải|ông]; 2. [Lã Thế Quý|ông].
"""

# Lines of capitals, and who somebody's mother is.
LOUD = """
XIN GIÚP BÉ [LÔ THỊ NGỌC HÀ|BÉ] VƯỢT QUA BỆNH TẬT, BÀ CON CHUNG TAY
[TRẦN THỊ DIỆU THƠ||CHỦ TỊCH|LĐLĐ TP.HCM] ĐƯỢC BẦU LÀM CHỦ TỊCH LĐLĐ TP.HCM NHIỆM KỲ MỚI
ĐƯỜNG NGUYỄN VĂN LINH NGẬP NẶNG SAU MƯA, CHỢ THỊ NGHÈ VẮNG KHÁCH
TRƯỜNG THPT NGUYỄN THỊ MINH KHAI TUYỂN SINH LỚP MƯỜI, HỌC SINH ĐÔNG
Anh [Hồ A Riêng|Anh] mất nhà. [Riêng] nói, nước lên nhanh; con gái tên [Hội An] còn nhỏ.
Riêng nói về lũ thì dài. Họ về thôn tên Tân Lập. Xã mới tên Hòa Bình. Sau khai mạc là tiệc.
Má em là [Út Lượm] đi chợ; chồng chị là [Quý]. Quê em là Thanh Hóa.
"""

# Who wrote what, and where from.
HOMES = """
Giải nhất: Trăng khuya ([Hoài Tường Phú] - Cần Thơ). Giải nhì: Bến đợi ([Hữu Nhàn] - Đồng Tháp); Về rẫy ([Thanh Ngân] - Bạc Liêu).
“Lửa” ([Lê Danh Quý] - TP.HCM) và “Sóng” ([Từ Quốc Hòa] - Hà Nội). Nhà tang lễ (Lê Quý Đôn, P7, Q3).
Giải nhì: Làm phúc quên mình - [Ngọc Tấn] (Gia Lai). Giải ba: Vượt lũ - [Kiều Bích Hân] (Hà Nội), Mưa xa - [Vũ Văn Tuấn] (Sơn La).
Góc bếp (tác giả [Thái Hòa]), Bến xưa (tác giả [Quỳnh My]). Mưa ở Văn Lâm (Hưng Yên), Quế Võ (Bắc Ninh) và Yên Phong (Bắc Ninh).
Phim dự thi: Grand Tower ([Miguel Hora]), The Damned ([Rungan Nyon]), Kinds of Ease ([Yogos Lantis] đạo diễn).
[Trần Quế Lâm]1, [Lê Hiếu Học]1,2, [Vũ Đức Lương]2: Nhận xét kết quả. Anh ở xã Xuân Tiến (Xuân Trường, Nam Định).
Điểm du lịch: bãi Rạng (Tân Lập - Quảng Nam), hồ Xanh (Phú Mỹ - Bình Định), suối Mơ (Bản Qua - Lào Cai).
"""

# Posts as the press abroad shortens them; initials that sign; who only looks like somebody.
SHORT = """
Sau ngày TT [Trump||TT] nhậm chức, TNS [John Carver||TNS] và TTK-NATO [Jens Holm||TTK|NATO] gặp nhau.
TT Núi Thành đông khách. TT Y tế dự phòng mở cửa. Đội ở TT Nghiên cứu về nhì.
Tổng thống Mỹ đắc cử [Donald Hill||Tổng thống Mỹ đắc cử] và Tổng thống Pháp mãn nhiệm [Jean Moulin||Tổng thống Pháp mãn nhiệm] điện đàm.
Lễ trao giải. Ảnh: [CMQ]
Lễ trao giải. Ảnh: NVCC
Lễ trao giải (Ảnh: PV). Đội tuyển về nước. Ảnh: AFP
Bệnh viện tuyến T.Ư đã nhận. Xã đã đón Bằng công nhận. Hội bầu Ban chấp hành mới.
Đại úy [Hoàng Mai|Đại úy] (Công an quận Hoàng Mai) lập biên bản ở quận Hoàng Mai.
Thuê mặt bằng của Trung tâm Thanh thiếu nhi Nguyễn Tất Thành (TP Vinh). Hòa nhạc ở Albert Hall đông khách.
"""

# Posts with what stands between them and the name.
POSTS = """
Hiệu phó Trường THCS Nguyễn Du (quận 1) [Trần Thị Hạnh||Hiệu phó|Trường THCS Nguyễn Du] xác nhận.
Tổng Giám đốc Công ty An Trạch (mã ATR) [Lê Văn Quý||Tổng Giám đốc|Công ty An Trạch] từ chức.
Tổng lãnh sự Pháp tại Đà Nẵng [Jean Moulin||Tổng lãnh sự Pháp tại Đà Nẵng] gặp Tổng lãnh sự Mỹ tại TP.HCM [Susan Hill||Tổng lãnh sự Mỹ tại TP.HCM].
HLV trưởng U22 Việt Nam [Đinh Hồng Vũ||HLV trưởng|U22 Việt Nam] chốt danh sách.
Tân HLV [Kim Sang Sik] thay đổi lối chơi; tay vợt [Đỗ Bảo Trân] thua [An Se Yong] 0-2.
Trưởng thôn Nà Ca, ông [Triệu Chòi Hín|ông|Trưởng thôn Nà Ca], gõ kẻng; ở xã [Y Hoàng Mlô] dệt vải.
Tổng Thanh tra [Đoàn Hồng Phú||Tổng Thanh tra] và Tổng Kiểm toán [Ngô Văn Tấn||Tổng Kiểm toán] dự phiên họp. Ở xã Y Tý có mưa.
Phó Tổng thống [JD Vance||Phó Tổng thống] tới nơi; Chủ tịch FLC [Lê Văn Quý||Chủ tịch|FLC] vắng mặt.
BS [Lê Quý|BS|Phó trưởng đơn vị|đơn vị tiêm chủng], Phó trưởng đơn vị tiêm chủng, khuyên. Bà gọi: [Lượm] ơi!
Ở làng Kon Chênh, [A Thiêu||bí thư|chi bộ], bí thư chi bộ, là con trai [A Klân]; CEO của Apple tên là [Tim Cook||CEO|Apple].
Phó của ông là Thượng tá, nhà văn [Sông Hải|Thượng tá]; NSND, đạo diễn [Đặng Nhật Quý|NSND] và Trung tá QNCN [Hồ Thị Mơ|Trung tá QNCN] cùng dự.
Phó Tổng Thanh tra Chính phủ [Lê Sỹ Hà||Phó Tổng Thanh tra|Thanh tra Chính phủ] ký; Chánh Văn phòng Bộ Y tế [Hà Quý||Chánh Văn phòng|Bộ Y tế] đọc.
Lái tàu [Ngô Đức Lưỡng] phanh gấp, tàu Trường Sa dừng lại; [Trưng Trắc] khởi nghĩa.
Đô vật [Mùa A Lử] quật ngã [Hảng A Chớ] ở hội.
"""

TABLES = (CONTESTS, GLUED, RARE, DOING, ORDERS, LOUD, HOMES, SHORT, POSTS)


@pytest.mark.parametrize("case", [case for table in TABLES for case in lines(table)])
def test_shapes(case: str) -> None:
    assert read(bare(case)) == told(case)

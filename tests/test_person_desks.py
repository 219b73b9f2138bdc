# ruff: noqa: E501
"""Persons by the desk of a newspaper: posts of narrow trades, artists, players, victims, and traps.

Brackets stand around each person: `[name|title|role|organization]`, what is empty may be left out.
"""

from __future__ import annotations

import pytest
from cases import bare, lines, read, told

import trich

POSTS = """
Bà [Lê Thị Hòa|Bà|trưởng đoàn|Đoàn xiếc Phương Nam], trưởng đoàn Đoàn xiếc Phương Nam, kể chuyện nghề.
Anh [Trần Quốc Vượng|Anh|tổ trưởng|tổ lái số 3], tổ trưởng tổ lái số 3, nhận lệnh.
Ông [Lê Nam|Ông|quản đốc|phân xưởng sợi], quản đốc phân xưởng sợi, nói.
Ông [Đỗ Quang Huy|Ông|Giám đốc|Ban Quản lý dự án đường sắt] (Giám đốc Ban Quản lý dự án đường sắt) giải trình.
Chị [Mai Thị Lan|Chị|chủ nhiệm|câu lạc bộ Dân ca Ví Giặm], chủ nhiệm câu lạc bộ Dân ca Ví Giặm, cất giọng.
Kỹ sư [Phan Đình Lộc||trạm trưởng|Trạm Thủy văn Cẩm Lệ], trạm trưởng Trạm Thủy văn Cẩm Lệ, đọc số đo.
Theo thượng tá [Cao Văn Bảy|thượng tá|Đội trưởng|Đội Cảnh sát PCCC số 5], Đội trưởng Đội Cảnh sát PCCC số 5, lửa tắt lúc 4 giờ.
Thuyền trưởng [Nguyễn Ái||Thuyền trưởng] đưa tàu vào bờ.
Ông [Bùi Thế Dân|Ông|thuyền trưởng], thuyền trưởng tàu QNg 90123 TS, bị thương.
TS [Hồ Ngọc Sơn|TS|Trưởng nhóm nghiên cứu], Trưởng nhóm nghiên cứu, công bố kết quả.
Bà [Vũ Thị Mơ|Bà|kế toán trưởng|Hợp tác xã Nông nghiệp Tân Tiến], kế toán trưởng Hợp tác xã Nông nghiệp Tân Tiến, ký sổ.
Sư cô [Thích Nữ Diệu Tâm|Sư cô|trụ trì|chùa Phước Lâm], trụ trì chùa Phước Lâm, phát gạo.
Linh mục [Giuse Nguyễn Văn Tiến|Linh mục|chánh xứ|giáo xứ Hòa Khánh], chánh xứ giáo xứ Hòa Khánh, cử hành thánh lễ.
Thẩm phán [Lê Thanh Phong||Thẩm phán] tuyên án.
Bị cáo [Ngô Văn Bính|Bị cáo|nguyên thủ kho|Công ty Lương thực Hậu Giang] (nguyên thủ kho Công ty Lương thực Hậu Giang) cúi đầu.
Theo bà [Trịnh Thu Nga|bà|Phó Tổng giám đốc|Công ty CP Sữa Ba Vì], Phó Tổng giám đốc Công ty CP Sữa Ba Vì, giá sữa giữ nguyên.
Phó Giám đốc Bảo tàng Hà Nội [Nguyễn Tiến Đà||Phó Giám đốc|Bảo tàng Hà Nội] dẫn khách.
Nhạc trưởng [Honna Tetsuji||giám đốc âm nhạc|Dàn nhạc Giao hưởng Việt Nam], giám đốc âm nhạc Dàn nhạc Giao hưởng Việt Nam, chỉ huy.
Trưởng ban Tổ chức giải [Lê Hoàng Anh||Trưởng ban|ban Tổ chức giải] bắt thăm.
Ông [Kim Sang-sik|Ông|HLV trưởng|đội tuyển Việt Nam], HLV trưởng đội tuyển Việt Nam, chốt danh sách.
Ông [Trần Anh Tú|Ông|Phó Chủ tịch|VFF], Phó Chủ tịch VFF, trả lời báo chí.
Đội trưởng [Quế Ngọc Hải||Đội trưởng] đeo băng đỏ.
Thủ quân [Bùi Tiến Dũng||Thủ quân] nói. Chủ tịch CLB Nam Định [Vũ Hồng Việt||Chủ tịch|CLB Nam Định] thưởng nóng.
Ngoại trưởng Mỹ [Antony Blinken||Ngoại trưởng Mỹ] gặp người đồng cấp Trung Quốc [Vương Nghị].
Người đứng đầu Lầu Năm Góc [Lloyd Austin||Người đứng đầu|Lầu Năm Góc] điện đàm.
Thủ lĩnh phe đối lập [Juan Guaidó||Thủ lĩnh phe đối lập] kêu gọi biểu tình.
Tổng Giám đốc WHO [Tedros Adhanom Ghebreyesus||Tổng Giám đốc|WHO] cảnh báo biến thể mới.
Chủ tịch Ủy ban Châu Âu [Ursula von der Leyen||Chủ tịch|Ủy ban Châu Âu] lên tiếng.
Tổng thư ký NATO [Jens Stoltenberg||Tổng thư ký|NATO] nói. Giám đốc CIA [Mike Pompeo||Giám đốc|CIA] đến Bình Nhưỡng.
Lãnh đạo Triều Tiên [Kim Jong-un||Lãnh đạo Triều Tiên] thị sát. Nhà lãnh đạo Triều Tiên [Kim Jong Un||Nhà lãnh đạo Triều Tiên] vẫy tay.
Hoàng tử Anh [Harry||Hoàng tử Anh] cưới vợ. Công nương [Kate||Công nương] mặc váy xanh.
Ông [Hun Sen|Ông|Thủ tướng Campuchia], Thủ tướng Campuchia, đến dự.
Tại Bệnh viện Nhi Đồng 1, bác sĩ [Trương Hữu Khanh|bác sĩ|trưởng khoa|khoa Nhiễm - Thần kinh], trưởng khoa Nhiễm - Thần kinh, dặn dò.
Phó trưởng Công an huyện Hòa Vang, Trung tá [Võ Sơn Tùng|Trung tá|Phó trưởng Công an|Công an huyện Hòa Vang], đến hiện trường.
Trưởng Phòng Cảnh sát hình sự, Đại tá [Phạm Huy Phương|Đại tá|Trưởng Phòng|Phòng Cảnh sát hình sự], chủ trì họp án.
Chủ tịch HĐQT Công ty Cổ phần Thép Việt - ông [Đỗ Duy Thái|ông|Chủ tịch HĐQT|Công ty Cổ phần Thép Việt] - nói về giá phôi.
Ông [Johnathan Hạnh Nguyễn|Ông|Chủ tịch|Tập đoàn IPP], Chủ tịch Tập đoàn IPP, mở cửa hàng.
Các ông [Lê Văn Tám|ông|Phó Chủ tịch|UBND xã], [Phạm Văn Chín|ông|Phó Chủ tịch|UBND xã], cùng là Phó Chủ tịch UBND xã, vắng mặt.
Ban tổ chức gồm: ông [Lê Văn Thảo|ông|Trưởng ban], Trưởng ban; bà [Trần Thị Dịu|bà|Phó ban], Phó ban; anh [Hồ Lâm|anh|thư ký], thư ký.
Phó ban Văn hóa xã hội HĐND tỉnh [Đinh Thị Mai||Phó ban|ban Văn hóa xã hội HĐND tỉnh] chất vấn.
Ông [Y Krông Niê|Ông|buôn trưởng], buôn trưởng buôn Ako Dhong, đánh chiêng.
Anh [A Thút|Anh|Bí thư|Đoàn xã Đăk Na], Bí thư Đoàn xã Đăk Na, vận động bà con.
Bà [H'Lim Êban|Bà|Phó Hiệu trưởng|Trường PTDTNT Buôn Hồ], Phó Hiệu trưởng Trường PTDTNT Buôn Hồ, đón học sinh.
Nghệ nhân [K'Brèm] đan gùi. Già làng [Alăng Bê||Già làng] kể khan.
Nguyên Bí thư Thành ủy TP.HCM [Lê Thanh Hải||Nguyên Bí thư|Thành ủy TP.HCM] bị kỷ luật.
Tân Giám đốc Công an Hà Nội [Nguyễn Hải Trung||Tân Giám đốc|Công an Hà Nội] ra mắt.
Quyền Chủ tịch Hội Nhà văn Hà Nội [Bùi Việt Thắng||Quyền Chủ tịch|Hội Nhà văn Hà Nội] trao giải.
Luật sư [Trần Hồng Phong] (Đoàn Luật sư TP.HCM) bào chữa cho bị cáo.
Nhà sử học [Dương Trung Quốc||Tổng Thư ký|Hội Khoa học Lịch sử Việt Nam] - Tổng Thư ký Hội Khoa học Lịch sử Việt Nam - nhắc lại.
Nhà báo [Hữu Thọ||nguyên Trưởng ban|ban Tư tưởng - Văn hóa Trung ương], nguyên Trưởng ban Tư tưởng - Văn hóa Trung ương, qua đời.
"""

PEOPLE = """
Dàn nghệ sĩ như [Khắc Minh], [Bi Max], [Tú Linh] và [Roy Lê] cùng hát.
Các cầu thủ gồm [Đình Lộc], [Văn Sơn], [Okoro] tập riêng.
Ba ca sĩ: [Hạ Vi], [Mây Trắng], [Kenji] chung giải nhất.
[Binny] là ca sĩ tự do, [Binny] không có quản lý.
[Rosanne], 24 tuổi, bán cà phê ở Hội An.
Sau buổi diễn, [Yến Xuân] là diễn viên duy nhất ở lại.
Già làng [A Brưng||Già làng] gọi [Y Thơm] vào nhà rông. Đến tối, [A Brưng] ra về.
Đôi trẻ [A Nhút] và [Y Bưng] cưới nhau sau vụ rẫy, theo lời bà [Y Xoan|bà].
Soeur [Têrêxa Y Blan|Soeur] nuôi 40 trẻ. Xơ [Maria Lê Thị Hiền|Xơ] đứng lớp.
Chị [NTH|Chị] (32 tuổi) nhập viện đêm qua.
Anh [Đ.V.K|Anh] bị đâm hai nhát. [K] khai đã quen hung thủ từ trước.
Bà [Lò Thị M.|Bà] (56 tuổi, ngụ Sơn La) sập bẫy. Sau đó bà [M.|bà] báo công an, [M.] được trả tiền.
Hắn tự xưng là [Long Sẹo] để dọa con nợ.
Cầu thủ [Mateo Ruiz], [Kofi Annor], [Samuel Osei] và [Ivo Petrov] rời sân.
Người phát ngôn nhà nước Nga [Dmitri Orlov] nói.
Bà gặp người đồng cấp Hàn Quốc [Kim Dong-won] ở Seoul.
[Chiều Xuân] đóng phim từ năm 16 tuổi. Nhiều năm sau, [Chiều Xuân] lấy chồng nhạc sĩ.
TS. [Đỗ Hải Yến|TS|nguyên trưởng bộ môn], nguyên trưởng bộ môn, vắng mặt.
Theo GDVN-Tiến sĩ [Lưu Bích Hồ|Tiến sĩ] thì chưa muộn.
Chủ tịch Hội đồng [Trần Thị Lý||Chủ tịch|Hội đồng] bỏ phiếu trắng.
Mưa tạnh.Bác sĩ [Laura Smith|Bác sĩ] về trạm.
Luật sư của ông [Trump|ông], [Rudy Hale], từ chối bình luận.
Ảnh: VGP/[Nhật Hà]
Ảnh: [MAI HOA]
"""

NOBODY = """
Đường Nguyễn Thị Minh Khai kẹt xe suốt buổi sáng.
Trường THPT chuyên Lê Hồng Phong tuyển 500 học sinh lớp 10.
Nút giao Mai Dịch và hầm chui Lê Văn Lương thông xe.
Giải thưởng Hồ Chí Minh về văn học nghệ thuật được trao năm năm một lần.
Bệnh Parkinson và hội chứng Down chưa có thuốc chữa dứt.
Bệnh Alzheimer, bệnh Kawasaki và bệnh Crohn đều hiếm gặp ở trẻ.
Truyện Kiều và Lục Vân Tiên là hai truyện thơ Nôm.
Quận Hai Bà Trưng, quận Hoàng Mai và huyện Thanh Trì mất nước.
Bãi biển Thiên Cầm, đèo Hải Vân, hồ Ba Bể hút khách.
Chương trình Sức Khỏe Cho Mọi Nhà phát sóng sáng Chủ Nhật.
Dự án Xây Dựng Nông Thôn Mới được duyệt.
Nước mắm Phan Thiết, gạo Séng Cù và vải thiều Lục Ngạn có tem truy xuất.
Công ty Hoàng Anh Gia Lai, Tập đoàn Hòa Phát và Thép Nam Kim báo lãi.
Cảng Cái Mép, cầu Nhật Tân, sân bay Cam Ranh là công trình trọng điểm.
Đinh Dậu, Mậu Tuất, Kỷ Hợi là ba năm liền nhau.
Học bổng Nguyễn Thái Bình - Báo Thanh Niên tặng 200 suất.
Cúp Nguyễn Du 2017 khai mạc tối qua.
Vở Hồn Trương Ba, da hàng thịt diễn tại Nhà hát Tuổi Trẻ.
Phố đi bộ Nguyễn Huệ, phố Bùi Viện đông nghịt người.
Hẻm 51 Cao Thắng, số 12 Lý Thường Kiệt và 135 Nam Kỳ Khởi Nghĩa treo biển cấm.
Chùa Trấn Quốc, đền Quán Thánh, lăng Ông Bà Chiểu mở cửa miễn phí.
Quỹ Vì Tầm Vóc Việt trao sữa cho trẻ vùng cao.
Các tỉnh Hà Nam, Nam Định, Thái Bình và Hải Dương gieo cấy xong.
Xã Lê Lợi, xã Trần Phú và phường Nguyễn Trãi sáp nhập.
Khu công nghiệp Thăng Long, Khu đô thị Phú Mỹ Hưng cháy nhỏ.
Ca khúc Em ơi Hà Nội phố vang lên.
Tàu Trường Sa 08 chở gạo ra đảo Sinh Tồn.
Bão Damrey đổ bộ Khánh Hòa, bão Hải Yến từng gây thiệt hại lớn.
Thuốc Hoạt Huyết Nhất Nhất, thuốc Bảo Xuân bị thu hồi.
Nhà thờ Đức Bà tu sửa tới năm 2027.
Bảo hiểm Bảo Việt, Ngân hàng Bắc Á, Chứng khoán Bản Việt niêm yết.
Hoa hậu Hoàn vũ Việt Nam khởi động mùa mới.
Chỉ thị Tăng Cường Phòng Chống Dịch được ban hành.
Đại học Tôn Đức Thắng, Đại học Duy Tân và Đại học Văn Lang lọt bảng xếp hạng.
Trung tâm Văn Miếu - Quốc Tử Giám đón 2.000 lượt khách.
Sau lễ Vu Lan, người dân chuẩn bị Tết Trung Thu.
Ngọc Linh, Bạch Mã, Bà Nà là những đỉnh núi cao.
Người Ê Đê, người Xơ Đăng và đồng bào Giẻ Triêng giữ tục cồng chiêng.
Bản Lìm Mông, thôn Xuân Hòa và ấp Phước Thọ có điện.
Ga Bình Triệu, bến xe Miền Đông tăng chuyến.
Vịnh Lan Hạ và đảo Cát Bà đón tàu biển.
Tòa nhà Bitexco, khách sạn Majestic sáng đèn.
Hãng tin Reuters và đài CNN đưa tin về vụ nổ.
Facebook, Google và Grab bị truy thu thuế.
Bitcoin tăng giá, Tesla giảm điểm, Apple đi ngang.
Manchester United hòa Chelsea, Barca thắng Real.
Từ Nguyễn Văn Linh đến Huỳnh Tấn Phát, đường ngập nửa bánh xe.
Thạch Thất, Quốc Oai, Đan Phượng lên quận.
Mai Châu mùa này hoa cải trắng. Hồ Tây sương giăng.
Giống lúa Đài Thơm 8, xoài Hòa Lộc, bưởi Năm Roi bán chạy.
Nghị quyết Trung Ương 8 nêu rõ mục tiêu.
Ban Chỉ Đạo, Tổ Công Tác và Văn Phòng Thường Trực họp giao ban.
Phiên bản Mercedes Maybach và Toyota Vios về nước.
Định luật Newton, thuyết Darwin có trong sách lớp 9.
Chỉ số Dow Jones và Nasdaq tăng nhẹ.
Máy bay Boeing 737 hạ cánh khẩn cấp xuống Nội Bài.
Trại giam Thủ Đức, trại giam Xuân Lộc đặc xá 200 người.
Làng gốm Bát Tràng, lụa Vạn Phúc, nón Chuông vào hội.
Tên lửa Tomahawk và trực thăng Apache được điều động.
London, Paris và Berlin siết an ninh.
Hậu Giang, Sóc Trăng và Vĩnh Long xuống giống sớm.
Vắc xin Pfizer và AstraZeneca về thêm 2 triệu liều.
Cao Bằng khánh thành nhà máy. Thanh Hóa đón du khách. Bình Dương thu hút vốn.
Thể lệ cuộc thi Rung Chuông Vàng đăng trên trang của đài.
Hương Sơn, Đức Thọ và Vũ Quang mưa to.
Đội Sông Lam Nghệ An tiếp Than Quảng Ninh trên sân Vinh.
Khí hậu Trái Đất nóng lên theo Công ước Paris.
"""


@pytest.mark.parametrize("case", lines(POSTS) + lines(PEOPLE))
def test_desks(case: str) -> None:
    assert read(bare(case)) == told(case)


@pytest.mark.parametrize("text", lines(NOBODY))
def test_nobody(text: str) -> None:
    assert read(text) == []


# What depends on the page: `text`, then who stands in it.
PAGES = [
    ("Lũ quét ở Mường Pồn\n\nHà An\n\n12/07/2024 08:15\n\nNước rút chậm.", ["Hà An"]),
    ("Lũ quét ở Mường Pồn\n\nNước rút chậm.\n\nMỘC LAN ghi", ["MỘC LAN"]),
    ("Lũ quét ở Mường Pồn\n\nNước rút chậm.\n\nM.H (tổng hợp)", ["M.H"]),
    ("Lũ quét ở Mường Pồn\n\nNước rút chậm.\n\nThu Uyên - Ảnh: Bá Hoàng", ["Thu Uyên", "Bá Hoàng"]),
    ("Lũ quét ở Mường Pồn\n\nThứ Tư, 12/07/2024 08:15\n\nNước rút chậm.", []),
    ("UBND XÃ LƯƠNG AN\n\nSố: 93/BC-UBND\n\nLương An, ngày 20 tháng 12 năm 2018\n\nBÁO CÁO", []),
    ("Hỏi đáp\n\nTôi có được hưởng gì? (Út Mận, xã Tân Lập)\n- Có.", ["Út Mận"]),
    ("Tin vắn\n\nHải Yến - Minh Châu - 19/03/2024 - 16:17\n\nMưa to.", ["Hải Yến", "Minh Châu"]),
    ("Tin vắn\n\nMưa rất to.\n\nTấn Sỹ-Duy Bảo-Văn Lợi", ["Tấn Sỹ", "Duy Bảo", "Văn Lợi"]),
    ("Hỏi đáp\n\nTôi có được hưởng gì? (T.N., xã Tân Lập)\n- Có.", ["T.N."]),
    ("Hỏi đáp\n\nLớp dạy ở đâu? (Thanh Hóa)\n- Ở xã. (Còn nữa)\n", []),
    ("Lễ lớn\n\nNước rút chậm.\n\nTừ Hiếu (TTXVN)", ["Từ Hiếu"]),
    ("Lễ lớn\n\nNước rút chậm.\n\nThu Diên – Sở Y tế Sơn La", ["Thu Diên"]),
    ("Lễ lớn\n\nNước rút.\n\nÝ kiến bạn đọc\n\nThu Hòa: Hay! (24/10/2016 07:41)", ["Thu Hòa"]),
    ("Lễ lớn\n\nNước rút chậm.\n\nTLL", ["TLL"]),
    ("Lễ lớn\n\nNước rút chậm.\n\nHẾT", []),
    ("Lễ lớn\n\nNước rút chậm.\n\nP.T.", ["P.T."]),
    ("Lễ lớn\n\nNước rút chậm.\n\nTheo Phúc Hà (TTXVN/Vietnam+)", ["Phúc Hà"]),
    ("Lễ lớn\n\nNước rút chậm.\n\nBẢO KHANH - NC", ["BẢO KHANH"]),
    ("Đêm nhạc lớn\n\nÔng Đặng Văn Kiếm hát.\n\nẢnh: TƯ LIỆU", ["Đặng Văn Kiếm"]),
]


@pytest.mark.parametrize(("text", "names"), PAGES)
def test_pages(text: str, names: list[str]) -> None:
    assert [r["text"] for r in trich.extract(text) if r["kind"] == "person"] == names

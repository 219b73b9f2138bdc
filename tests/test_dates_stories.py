"""Stories of the kinds that trich reads: every date in them, by its text and value."""

from __future__ import annotations

import re

import pytest
from cases import found

from trich.extract.dates import dates
from trich.extract.decrees import decrees

# published, text with [expression|value]
STORIES = [
    (
        "2024-02-08",
        "Từ [mùng 1 đến mùng 3 Tết|2024-02-10/2024-02-12], khu du lịch đón 5.000 khách; [29 "
        "Tết|2024-02-08] vẫn mở cửa, đóng cửa [chiều 30 Tết|2024-02-09TAF].",
    ),
    (
        "2024-02-08",
        "Lễ hội kéo dài đến hết [tháng Ba âm lịch|2024-04-09/2024-05-07], khai hội [mùng 6 "
        "tháng Giêng|2024-02-15], tức [15/2|2024-02-15].",
    ),
    (
        "2024-02-08",
        "Từ [10 đến 16/2|2024-02-10/2024-02-16] (tức [mùng 1 đến mùng 7 tháng "
        "Giêng|2024-02-10/2024-02-16]), tuyến xe buýt chạy từ [5 giờ đến 22 giờ hằng "
        "ngày|XXXX-XX-XXT05:00/XXXX-XX-XXT22:00].",
    ),
    (
        "2024-02-08",
        "Chợ Viềng họp [đêm mùng 7 rạng sáng mùng 8 tháng Giêng|2024-02-16TNI/2024-02-17TMO],"
        " [mỗi năm|P1Y] một phiên. [Mùng 4 Tết|2024-02-13], chợ đã đông.",
    ),
    (
        "2024-02-08",
        "Trong [3 ngày|P3D] Tết ([10-12/2|2024-02-10/2024-02-12]), cả nước đón 2 triệu lượt "
        "khách, tăng so với [Tết Quý Mão|2023-01-22].",
    ),
    (
        "2024-02-08",
        "[Tháng Giêng|2024-02-10/2024-03-09] là tháng ăn chơi. Hết [tháng "
        "Giêng|2024-02-10/2024-03-09], làng lại vào đám từ [ngày 12 tháng 2 âm "
        "lịch|2024-03-21].",
    ),
    (
        "2024-02-08",
        "Dịp [Tết Nguyên đán Giáp Thìn 2024|2024-02-10], du khách được miễn vé [ngày mùng "
        "1|2024-02-10] và [mùng 2 Tết|2024-02-11].",
    ),
    (
        "2024-08-05",
        "Đất sử dụng từ [ngày 15/10/1993 đến trước ngày 01/7/2014|1993-10-15/2014-07-01] mà "
        "không có giấy tờ; trước [ngày 18/12/1980|1980-12-18].",
    ),
    (
        "2024-08-05",
        "Trong thời hạn [20 ngày làm việc|P20D] kể từ ngày nhận đủ hồ sơ; không quá [03 "
        "ngày|P3D]; chậm nhất [15 ngày|P15D].",
    ),
    (
        "2024-08-05",
        "Luật có hiệu lực từ [1/8/2024|2024-08-01], thay vì [1/1/2025|2025-01-01]. Hỏi: gia "
        "đình tôi sử dụng đất từ [1990 đến nay|1990/2024-08-05], [năm 2004|2004] có đóng "
        "thuế.",
    ),
    (
        "2024-08-05",
        "Ông Minh hỏi: Tôi mua đất [năm 2008|2008], đến [2015|2015] mới làm nhà, nay xin cấp "
        "sổ. Thời hạn thuê là [50 năm|P50Y], tối đa [70 năm|P70Y].",
    ),
    (
        "2024-08-05",
        "Mức thu áp dụng đến hết [ngày 31/12/2025|2025-12-31]; bảng giá đất lần đầu công bố "
        "vào [01/01/2026|2026-01-01].",
    ),
    (
        "2025-06-20",
        "Kỳ thi diễn ra trong [4 ngày|P4D], từ [25/6 đến 28/6|2025-06-25/2025-06-28]. [Sáng "
        "26/6|2025-06-26TMO] thi Ngữ văn [120 phút|PT120M], bắt đầu lúc "
        "[7h35|2025-06-26T07:35]; buổi chiều thi Toán [90 phút|PT90M], từ "
        "[14h20|2025-06-26T14:20].",
    ),
    (
        "2025-06-20",
        "[8h ngày 16/7|2025-07-16T08:00] công bố điểm thi. Thí sinh phúc khảo từ [16 - "
        "25/7|2025-07-16/2025-07-25], xét công nhận tốt nghiệp chậm nhất [18/7|2025-07-18].",
    ),
    (
        "2025-06-20",
        "Trước [17 giờ ngày 28/7|2025-07-28T17:00] phải xong. Điểm lớp 10, 11 và 12 của [năm "
        "học 2024-2025|2024/2025]. Tuyển sinh [2025|2025] có 17 phương thức.",
    ),
    (
        "2006-09-01",
        "Hơn [hai chục năm|P20Y] làm bác sĩ ở làng, ông nhớ hồi mới về [năm 1982|1982], cả xã"
        " không có điện. Suốt [một tháng|P1M], ông đi bộ.",
    ),
    (
        "2006-09-01",
        "[Mười năm nữa|2016], nơi đây sẽ khác. Mấy năm trước, [ba ngày|P3D] đường mới tới "
        "huyện. Có tháng ông đỡ chục ca.",
    ),
    (
        "2006-09-01",
        "Năm ấy ông 25 tuổi. [Đầu những năm 80|198], làng còn đói. [Năm 1975 - "
        "1980|1975/1980] ông ở chiến trường. [Mùa khô 1978|1978], ông bị thương.",
    ),
    (
        "2006-09-01",
        "[Đêm 12-8|2006-08-12TNI], một sản phụ trở dạ; [2 giờ sáng|2006-08-12T02:00] ông được"
        " gọi. [Nửa tiếng sau|2006-08-12T02:30], đứa bé khóc. [Sáng hôm sau|2006-08-13TMO], "
        "mẹ con đi lại được.",
    ),
    (
        "2012-09-06",
        "[Sáng 5-9|2012-09-05TMO], hơn 22 triệu học sinh khai giảng. [Năm học mới "
        "2012-2013|2012/2013], trường có 300 em. [Tuần tới|2012-W37], các em học chính thức.",
    ),
    (
        "2022-03-10",
        "- Thưa ông, [hai tháng đầu năm|2022-01/2022-02], CPI tăng 1,68%, cả năm liệu có giữ "
        "được dưới 4%? - [Quý I|2022-Q1] thường thấp, tôi lo [nửa sau của năm|2022-H2].",
    ),
    (
        "2022-03-10",
        "Hồi [tháng 1|2022-01], giá dầu là 80 USD; chỉ [2 tháng sau|2022-03] đã lên 130. "
        "[Giai đoạn 2008-2011|2008/2011], lạm phát hai con số. [Năm 2011|2011] là 18,58%.",
    ),
    (
        "2022-03-10",
        "Trong ngắn hạn [3-6 tháng|P3M/P6M], nếu chiến sự kéo dài, đến [giữa năm|2022] giá "
        "còn tăng. Từ [nay đến hết quý II|2022-03-10/2022-06-30], khó giảm.",
    ),
    (
        "2022-03-10",
        "[Thập kỷ qua|201] chưa bao giờ như vậy. Trong vòng [một tháng trở lại "
        "đây|2022-02-10/2022-03-10], xăng tăng 4 lần; kỳ điều chỉnh [11/3 tới|2022-03-11] còn"
        " tăng.",
    ),
    (
        "2025-09-15",
        "Phim ra rạp [30-4-2025|2025-04-30], sau [10 ngày|P10D] thu 100 tỉ. Album phát hành "
        "[tối 20-9|2025-09-20TEV], vé bán từ [10g ngày 22-9|2025-09-22T10:00]. Liveshow lúc "
        "[20h 27/9|2025-09-27T20:00].",
    ),
    (
        "2021-05-20",
        "Loài này được mô tả [năm 1992|1992], ảnh chụp lần [cuối tháng 9/2013|2013-09]. Con "
        "cái mang thai [8 tháng|P8M]. Bẫy ảnh chạy 24/24 giờ, [30 ngày|P30D] liền, [đêm 3 "
        "rạng sáng 4/5|2021-05-03TNI/2021-05-04TMO] chụp được.",
    ),
    (
        "2019-08-10",
        "Vụ tai nạn xảy ra lúc [5h40 sáng nay|2019-08-10T05:40], trên quốc lộ 1, km 1543+200."
        " Đến [9h cùng ngày|2019-08-10T09:00] mới thông xe. Khoảng [30 phút "
        "sau|2019-08-10T09:30], xe cứu thương tới.",
    ),
    (
        "2019-08-10",
        "Xe khách BKS 29B-123.45 xuất bến lúc [21 giờ đêm 9/8|2019-08-09T21:00]. [7 tháng đầu"
        " năm|2019-01/2019-07], cả nước xảy ra 9.500 vụ. Từ [15-12-2018 đến "
        "14-7-2019|2018-12-15/2019-07-14] có 4.400 người chết.",
    ),
    (
        "2022-10-12",
        "So với [cuối năm 2021|2021], tiền đồng mất giá 5%. [Tuần trước|2022-W40] ([3/10 - "
        "7/10|2022-10-03/2022-10-07]), tăng 0,3%; [đầu giờ sáng nay|2022-10-12TMO] giảm 5 "
        "đồng. Đóng cửa phiên [11-10|2022-10-11]. Hợp đồng giao [tháng 12|2022-12].",
    ),
    (
        "2019-06-28",
        "[Tháng Sáu|2019-06], CPI giảm 0,09% so với [tháng trước|2019-05], tăng 2,16% so với "
        "[cùng kỳ năm trước|2018-06]; bình quân [6 tháng|2019-H1] tăng 2,64%. [Quý "
        "II|2019-Q2] tăng 6,71%.",
    ),
    (
        "2019-06-28",
        "Vốn FDI từ [đầu năm đến thời điểm 20/6/2019|2019-01-01/2019-06-20] đạt 7,4 tỷ USD. "
        "Tính đến [trung tuần tháng Sáu|2019-06], cả nước gieo cấy 1,8 triệu ha lúa hè thu.",
    ),
    (
        "2025-11-07",
        "[Sáng 6/11|2025-11-06TMO], Thủ tướng chủ trì phiên họp thường kỳ [tháng 10|2025-10]."
        " [10 tháng qua|2025-01-07/2025-11-07], thu NSNN đạt 2,1 triệu tỷ. Phấn đấu cả [năm "
        "2025|2025] tăng trưởng trên 8%, [năm 2026|2026] từ 10%.",
    ),
    (
        "2025-11-07",
        "Hoàn thành trước [15/11|2025-11-15]; báo cáo Thủ tướng trong [tháng 11|2025-11]. "
        "Khánh thành đồng loạt [ngày 19/12|2025-12-19] chào mừng [79 năm|P79Y] [Ngày Toàn "
        "quốc kháng chiến|2025-12-19]. Đến nay đã qua 1/3 nhiệm kỳ.",
    ),
    (
        "2002-07-12",
        "Hội nghị lần thứ sáu họp từ [ngày 4-7 đến ngày 15-7-2002|2002-07-04/2002-07-15]. "
        "Chiến lược [2001-2010|2001/2010], kế hoạch [5 năm 2001-2005|2001/2005]. Sau [15 "
        "năm|P15Y] đổi mới ([1986-2001|1986/2001]).",
    ),
    (
        "2024-05-10",
        "Ông làm trưởng thôn đã ba nhiệm kỳ, ngót [hai mươi năm|P20Y]. [Cách đây chừng chục "
        "năm|2014], cả bản chỉ có một cái giếng.",
    ),
    (
        "2024-05-10",
        "Hồi [đầu năm|2024], giá tiêu 80.000 đồng/kg; qua [tháng 4|2024-04] vọt lên 110.000 "
        "đồng. Vụ này bà con lãi gấp đôi vụ trước.",
    ),
    (
        "2024-05-10",
        "Đúng [0 giờ ngày 15/5|2024-05-15T00:00], cầu được đóng để sửa, dự kiến thông xe lại "
        "sau [45 ngày|P45D], tức [30/6|2024-06-30].",
    ),
    (
        "2024-05-10",
        "Trong [nửa đầu tháng 5|2024-05-01/2024-05-15] ([1-15/5|2024-05-01/2024-05-15]), xuất"
        " khẩu tăng; [nửa cuối tháng 4|2024-04-16/2024-04-30] giảm. [Tuần đầu tháng "
        "5|2024-05-01/2024-05-07] có 2 ca.",
    ),
    (
        "2024-05-10",
        "Kỷ niệm [70 năm|P70Y] Chiến thắng Điện Biên Phủ ([7/5/1954 - "
        "7/5/2024|1954-05-07/2024-05-07]), [134 năm|P134Y] [Ngày sinh Chủ tịch Hồ Chí "
        "Minh|2024-05-19] ([19/5/1890 - 19/5/2024|1890-05-19/2024-05-19]).",
    ),
    (
        "2024-05-10",
        "Theo lịch nghỉ lễ [30/4|2024-04-30] và [1/5 năm nay|2024-05-01], người lao động nghỉ"
        " [5 ngày|P5D] liên tục từ [thứ bảy 27/4 đến hết thứ tư 1/5|2024-04-27/2024-05-01].",
    ),
    (
        "2024-05-10",
        "Hội khóa X [nhiệm kỳ 2024-2029|2024/2029] họp [2 ngày 10 và "
        "11/5|2024-05-10/2024-05-11]. Đại hội lần thứ XIV dự kiến [quý I/2026|2026-Q1].",
    ),
    (
        "2024-05-10",
        "Sau [ngày 30-4-1975|1975-04-30], ông ở lại miền Nam. [Mùa xuân 1976|1976-SP] ông "
        "cưới vợ. [Hè 1979|1979-SU], con đầu lòng ra đời. [Cuối 1980|1980] chuyển ra Bắc.",
    ),
    (
        "2024-05-10",
        "[Tháng 8 tới|2024-08], trường tròn 50 tuổi. Từ [niên khóa 2022-2023|2022/2023], "
        "trường dạy hai buổi/ngày. Năm thứ ba, sinh viên đi thực tập [8 tuần|P8W].",
    ),
    (
        "2024-05-10",
        "Thủ tướng yêu cầu báo cáo trước [ngày 20 hằng tháng|XXXX-XX-20], hoàn thành trong "
        "[quý 3|2024-Q3], chậm nhất [cuối tháng 9|2024-09] phải xong.",
    ),
    (
        "2024-05-10",
        "Bão số 3 đổ bộ [rạng sáng nay|2024-05-10TMO]; đến [trưa mai|2024-05-11TMI] suy yếu. "
        "Từ [nay đến 12/5|2024-05-10/2024-05-12], biển động. Trong [24 đến 48 giờ "
        "tới|2024-05-10/2024-05-12], bão di chuyển 15 km/giờ.",
    ),
    (
        "2024-05-10",
        "Lúc [13 giờ ngày 10/5|2024-05-10T13:00], vị trí tâm bão ở 15,2 độ vĩ bắc. Dự báo đến"
        " [13h00 ngày 11/5|2024-05-11T13:00], cách Hoàng Sa 120 km. 13h/11/5.",
    ),
    (
        "2024-05-10",
        "Anh kể [tối hôm ấy|2024-05-10TEV], khoảng [8 rưỡi|2024-05-10T08:30], nhà mất điện. "
        "[5 phút sau|2024-05-10T08:35] có tiếng nổ. [Ba hôm sau|2024-05-13] mới biết tin.",
    ),
    (
        "2024-05-10",
        "[Ngày 5, 6 và 7/5|2024-05-05/2024-05-07], ba đoàn cùng kiểm tra; [ngày 9|2024-05-09]"
        " tổng hợp; [ngày 10|2024-05-10] báo cáo. Đợt 2 từ [ngày 20 đến cuối "
        "tháng|2024-05-20/2024-05-31].",
    ),
    (
        "2024-05-10",
        "Nắng nóng kéo dài tới [đầu tuần sau|2024-W20], dịu dần từ khoảng [giữa "
        "tuần|2024-W19]. [Cuối tuần này|2024-W19-WE] có mưa; [ngày mai|2024-05-11] và [ngày "
        "kia|2024-05-12] nắng.",
    ),
    (
        "2024-05-10",
        "Trận khai mạc lúc [2 giờ sáng 15/6|2024-06-15T02:00] (giờ Việt Nam), chung kết "
        "[14/7|2024-07-14]. Trận [tối qua|2024-05-09TEV] kết thúc với tỷ số 2-1, bàn thắng "
        "phút 90+3.",
    ),
    (
        "2024-05-10",
        "Vòng 20 V-League: [18h ngày 12/5|2024-05-12T18:00], Hà Nội - Hải Phòng; "
        "[19h15|2024-05-12T19:15], TP.HCM - Bình Định. Lượt đi đội thua 0-3. Euro [2024|2024]"
        " sắp tới.",
    ),
    (
        "2024-05-10",
        "[Quý 1-2024|2024-Q1] lãi 120 tỷ, gấp 3 lần [cùng kỳ|2023-Q1]; [tháng 4|2024-04] lãi "
        "30 tỷ, lũy kế [4 tháng|2024-01/2024-04] đạt 150 tỷ. Kế hoạch [2024|2024]: 500 tỷ; "
        "[năm tài "
        "chính 2023|2023] lỗ.",
    ),
    (
        "2024-05-10",
        "Bị cáo lĩnh [7 năm 6 tháng|P7Y6M] tù, thời gian thử thách [36 tháng|P36M]; cấm đảm "
        "nhiệm chức vụ từ [1 đến 3 năm|P1Y/P3Y]. Gây án [đêm 30 rạng ngày "
        "1/5|2024-04-30TNI/2024-05-01].",
    ),
    (
        "2024-05-10",
        "Sinh [ngày 2/9/1945|1945-09-02], mất lúc [3 giờ 15 phút sáng ngày "
        "9/5/2024|2024-05-09T03:15] (nhằm [ngày mùng 2 tháng 4 năm Giáp Thìn|2024-05-09]), "
        "hưởng thọ 80 tuổi. Lễ viếng từ [8 giờ đến 12 giờ ngày "
        "11/5|2024-05-11T08:00/2024-05-11T12:00].",
    ),
    (
        "2024-05-10",
        "Số: 12/QĐ-UBND, Hà Nội, ngày    [tháng 5 năm 2024|2024-05]. Căn cứ Luật [ngày 19 "
        "tháng 6 năm 2015|2015-06-19]; Nghị định có hiệu lực kể từ ngày ký.",
    ),
    (
        "2024-05-10",
        "Thời gian: [14h00 - 16h30, thứ Sáu, ngày "
        "17/5/2024|2024-05-17T14:00/2024-05-17T16:30]. Địa điểm: 25 Lý Thường Kiệt. Hạn đăng "
        "ký: [15/5|2024-05-15]. ĐT: 024 3826 2024.",
    ),
    (
        "2024-05-10",
        "Cập nhật lúc [15:20 (GMT+7) ngày 10/05/2024|2024-05-10T15:20]. Đăng [ngày 10-05-2024"
        " lúc 3:20 PM|2024-05-10T15:20]. [10 Tháng Năm 2024|2024-05-10]. "
        "[10-May-2024|2024-05-10]. [Thứ 6, 10/05/24|2024-05-10].",
    ),
    (
        "2024-05-10",
        "Xếp hạng [tháng 5-2024|2024-05]: 1/18 đội; tỷ lệ chọi 1/3, điểm chuẩn 18,5/30; lớp "
        "10/3 có 45 em; nhà 12/4 ngõ 5/6; quốc lộ 1, tỉnh lộ 8/3.",
    ),
    (
        "2024-05-10",
        "Thứ nhất, phải làm nhanh. Thứ hai, phải làm đúng. Thứ ba là giữ lời. Thứ tư: công "
        "khai. Thứ năm, không nể nang.",
    ),
]


@pytest.mark.parametrize(("published", "marked"), STORIES)
def test_story(published: str, marked: str) -> None:
    text = "Bản tin\n" + re.sub(r"\[([^\[\]|]+)\|[^\[\]]+\]", r"\1", marked)
    got = [m for m in found(text, decrees, dates, published=published) if m["kind"] == "date"]
    want = re.findall(r"\[([^\[\]|]+)\|([^\[\]]+)\]", marked)
    assert [(m["text"], m["value"]) for m in got] == want

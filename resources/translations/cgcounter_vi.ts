<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>ActBar</name>
    <message>
        <source>Return at once</source>
        <translation>Trả ngay</translation>
    </message>
    <message>
        <source>Return to the applicant</source>
        <translation>Trả cho chủ hồ sơ</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>More with Ctrl+K: {acts}</source>
        <translation>Việc khác, gõ Ctrl+K: {acts}</translation>
    </message>
    <message>
        <source>To an authorised person</source>
        <translation>Trả cho người được ủy quyền</translation>
    </message>
    <message>
        <source>Result is ready</source>
        <translation>Đã có kết quả</translation>
    </message>
    <message>
        <source>Negative result</source>
        <translation>Không giải quyết</translation>
    </message>
    <message>
        <source>Supplement received</source>
        <translation>Nhận bổ sung</translation>
    </message>
    <message>
        <source>Payment made</source>
        <translation>Đã nộp nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục giải quyết</translation>
    </message>
    <message>
        <source>Hand over for processing</source>
        <translation>Chuyển xử lý</translation>
    </message>
    <message>
        <source>Hand over to…</source>
        <translation>Chuyển cho…</translation>
    </message>
    <message>
        <source>Accept the hand-over</source>
        <translation>Nhận bàn giao</translation>
    </message>
    <message>
        <source>Request a supplement</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Sửa thông tin</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Next of the group</source>
        <translation>Hồ sơ tiếp theo cùng nhóm</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Request a payment</source>
        <translation>Yêu cầu nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Suspend for verification</source>
        <translation>Tạm dừng để xác minh</translation>
    </message>
    <message>
        <source>Correct the result</source>
        <translation>Đính chính kết quả</translation>
    </message>
    <message>
        <source>Refuse the dossier</source>
        <translation>Từ chối giải quyết</translation>
    </message>
    <message>
        <source>Stop processing</source>
        <translation>Dừng giải quyết</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút hồ sơ</translation>
    </message>
    <message>
        <source>Apologise, new date</source>
        <translation>Xin lỗi và hẹn lại</translation>
    </message>
    <message>
        <source>Applicant was told</source>
        <translation>Đã báo người dân</translation>
    </message>
    <message>
        <source>Collect the fee</source>
        <translation>Thu phí, lệ phí</translation>
    </message>
    <message>
        <source>Pay the fee back</source>
        <translation>Hoàn phí, lệ phí</translation>
    </message>
    <message>
        <source>Rating of the citizen</source>
        <translation>Đánh giá của người dân</translation>
    </message>
    <message>
        <source>Void a mistaken entry</source>
        <translation>Hủy hồ sơ nhập nhầm</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại hồ sơ</translation>
    </message>
    <message>
        <source>Print the supplement request</source>
        <translation>In phiếu yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Print the refusal</source>
        <translation>In phiếu từ chối</translation>
    </message>
    <message>
        <source>Print the apology</source>
        <translation>In phiếu xin lỗi</translation>
    </message>
    <message>
        <source>Print the stop notice</source>
        <translation>In thông báo dừng giải quyết</translation>
    </message>
    <message>
        <source>Print the control slip</source>
        <translation>In phiếu kiểm soát</translation>
    </message>
    <message>
        <source>Print the payment slip</source>
        <translation>In phiếu thu</translation>
    </message>
    <message>
        <source>Print the hand-over slip</source>
        <translation>In phiếu bàn giao</translation>
    </message>
    <message>
        <source>Return at once, take {amount}</source>
        <translation>Trả ngay, thu {amount}</translation>
    </message>
    <message>
        <source>Return, take {amount}</source>
        <translation>Trả kết quả, thu {amount}</translation>
    </message>
    <message>
        <source>Return, fee not taken</source>
        <translation>Trả, chưa thu tiền</translation>
    </message>
    <message>
        <source>Send the result by post</source>
        <translation>Gửi kết quả qua bưu chính</translation>
    </message>
    <message>
        <source>Return electronically</source>
        <translation>Trả kết quả điện tử</translation>
    </message>
</context>
<context>
    <name>ArrivalWords</name>
    <message>
        <source>by post</source>
        <translation>qua bưu chính</translation>
    </message>
    <message>
        <source>at a mobile reception</source>
        <translation>tiếp nhận lưu động</translation>
    </message>
    <message>
        <source>level 3</source>
        <translation>mức độ 3</translation>
    </message>
    <message>
        <source>level 4</source>
        <translation>mức độ 4</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>một phần</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>toàn trình</translation>
    </message>
    <message>
        <source>with the counter&apos;s help</source>
        <translation>có hỗ trợ tại quầy</translation>
    </message>
    <message>
        <source>online</source>
        <translation>trực tuyến</translation>
    </message>
    <message>
        <source>entered {when}, receipt {number}: {reason}</source>
        <translation>nhập lúc {when}, giấy hẹn số {number}: {reason}</translation>
    </message>
    <message>
        <source>received out of force: {reason}</source>
        <translation>nhận khi hết hiệu lực: {reason}</translation>
    </message>
    <message>
        <source>together with {codes}</source>
        <translation>nộp cùng {codes}</translation>
    </message>
</context>
<context>
    <name>AskPart</name>
    <message>
        <source>This cannot be read: a day is typed as 24032022, an amount as 12000.</source>
        <translation>Chưa hiểu được: ngày gõ như 24032022, số tiền gõ như 12000.</translation>
    </message>
</context>
<context>
    <name>AskedParts</name>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản sao</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Chứng thực</translation>
    </message>
    <message>
        <source>electronically</source>
        <translation>qua mạng</translation>
    </message>
    <message>
        <source>on paper, with a slip</source>
        <translation>bằng bản giấy, kèm phiếu bàn giao</translation>
    </message>
</context>
<context>
    <name>AuthorisedPart</name>
    <message>
        <source>Return to an authorised person</source>
        <translation>Trả cho người được ủy quyền</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>Số CCCD</translation>
    </message>
    <message>
        <source>Relation</source>
        <comment>of the authorised person to the applicant</comment>
        <translation>Quan hệ</translation>
    </message>
    <message>
        <source>type it, or scan the person&apos;s ID card</source>
        <translation>gõ, hoặc quét CCCD của người nhận</translation>
    </message>
    <message>
        <source>12 digits</source>
        <translation>12 chữ số</translation>
    </message>
    <message>
        <source>husband, daughter, by written authorisation…</source>
        <translation>chồng, con, theo giấy ủy quyền…</translation>
    </message>
    <message>
        <source>The card did not give the name: type it.</source>
        <translation>Không đọc được họ tên trên thẻ: gõ tay.</translation>
    </message>
    <message>
        <source>This does not look like an ID number.</source>
        <translation>Số này không giống số CCCD.</translation>
    </message>
    <message>
        <source>&amp;Take the fee: {amount}</source>
        <translation>&amp;Thu tiền: {amount}</translation>
    </message>
    <message>
        <source>Handed the dossier in: check the photo ID. For another person type or scan here.</source>
        <translation>Là người đã nộp hồ sơ: đối chiếu CCCD. Người khác thì gõ hoặc quét thẻ tại đây.</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>The backup folder</source>
        <translation>Thư mục sao lưu</translation>
    </message>
    <message>
        <source>Every hour and at closing an encrypted, checked copy of the data is laid here. Best on another disk or a stick: should this computer&apos;s disk break, the copies are still there.</source>
        <translation>Mỗi giờ và mỗi khi đóng chương trình, dữ liệu được chép vào đây, có mã hóa và kiểm tra lại. Nên để trên ổ đĩa khác hoặc USB: đĩa của máy hỏng thì bản sao vẫn còn.</translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation>Thư mục sao lưu</translation>
    </message>
    <message>
        <source>Back&amp;up folder</source>
        <translation>Thư &amp;mục sao lưu</translation>
    </message>
</context>
<context>
    <name>BackupPresenter</name>
    <message>
        <source>This folder is on the same disk as the data: should the disk break, both are lost. Type another folder, or press Enter to keep this one.</source>
        <translation>Thư mục này nằm cùng ổ đĩa với dữ liệu: ổ đĩa hỏng thì mất cả hai. Gõ thư mục khác, hoặc bấm Enter để vẫn dùng thư mục này.</translation>
    </message>
</context>
<context>
    <name>BookPart</name>
    <message>
        <source>Type a day, such as 24032022.</source>
        <translation>Gõ ngày, ví dụ 24032022.</translation>
    </message>
</context>
<context>
    <name>BooksPresenter</name>
    <message>
        <source>Drawing the pages…</source>
        <translation>Đang dựng trang…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was printed.</source>
        <translation>Đã dừng. Chưa in gì.</translation>
    </message>
    <message>
        <source>Procedures not confirmed in the catalogue: {count}. Check them first.</source>
        <translation>{count} thủ tục ở đây chưa được xác nhận trong danh mục: kiểm tra trước khi niêm yết.</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Đã in.</translation>
    </message>
</context>
<context>
    <name>BooksScreen</name>
    <message>
        <source>Enter leads through the fields and draws the register; Ctrl+P prints it at once.</source>
        <translation>Enter đi qua các ô rồi lập sổ; Ctrl+P lập và in ngay.</translation>
    </message>
    <message>
        <source>Pick a field to see its list.</source>
        <translation>Chọn lĩnh vực để xem danh sách.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Change what is shown</source>
        <translation>Chọn lại</translation>
    </message>
    <message>
        <source>Stop drawing</source>
        <translation>Dừng lập</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Register of dossiers</source>
        <translation>Sổ theo dõi hồ sơ</translation>
    </message>
    <message>
        <source>Hand-over slip</source>
        <translation>Phiếu bàn giao hồ sơ</translation>
    </message>
    <message>
        <source>Public list</source>
        <translation>Niêm yết công khai</translation>
    </message>
    <message>
        <source>How far the drawing has come</source>
        <translation>Tiến độ lập sổ</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>no reason</source>
        <translation>thiếu lý do</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>trùng ngày</translation>
    </message>
    <message>
        <source>no day off for it</source>
        <translation>chưa có ngày nghỉ</translation>
    </message>
    <message>
        <source>off anyway</source>
        <translation>cuối tuần vốn nghỉ</translation>
    </message>
    <message>
        <source>works anyway</source>
        <translation>vốn là ngày làm việc</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>dự báo</translation>
    </message>
    <message>
        <source>Type why this day is different.</source>
        <translation>Gõ lý do của ngày này.</translation>
    </message>
    <message>
        <source>This day stands in the calendar already.</source>
        <translation>Ngày này đã có trong lịch.</translation>
    </message>
    <message>
        <source>A make-up working day belongs to a day off: name it in the reason as dd/mm/yyyy, and add it too.</source>
        <translation>Ngày làm bù phải đi với một ngày nghỉ: ghi ngày nghỉ đó trong lý do (ngày/tháng/năm), và thêm ngày nghỉ đó vào lịch.</translation>
    </message>
    <message>
        <source>Saturdays and Sundays are off anyway: is the date right?</source>
        <translation>Thứ Bảy, Chủ nhật vốn đã nghỉ: xem lại ngày có đúng không?</translation>
    </message>
    <message>
        <source>Monday to Friday are worked anyway: is the date right?</source>
        <translation>Thứ Hai đến thứ Sáu vốn đã làm việc: xem lại ngày có đúng không?</translation>
    </message>
    <message>
        <source>Reckoned, not decided: F7 confirms its year when the decision is there.</source>
        <translation>Ngày dự báo, chưa có quyết định: khi có quyết định, F7 xác nhận cả năm.</translation>
    </message>
    <message>
        <source>new: {day}, {kind}, {reason}</source>
        <translation>thêm: {day}, {kind}, {reason}</translation>
    </message>
    <message>
        <source>changed: {day}, {kind}, {reason}</source>
        <translation>sửa: {day}, {kind}, {reason}</translation>
    </message>
    <message>
        <source>gone: {day}, {kind}, {reason}</source>
        <translation>bỏ: {day}, {kind}, {reason}</translation>
    </message>
    <message>
        <source>No due time of a dossier already received changes. What is received, or goes on after a pause, from now on is counted by the new calendar.</source>
        <translation>Hồ sơ đã nhận giữ nguyên hẹn trả. Từ lúc này, hồ sơ mới nhận và hồ sơ hết tạm dừng tính theo lịch mới.</translation>
    </message>
    <message>
        <source>{day} will be off, and dossiers are promised for it: {count}. They stay promised; tell the citizens.</source>
        <translation>{day} sẽ nghỉ mà có {count} hồ sơ hẹn trả vào ngày đó. Hẹn trả giữ nguyên; hãy báo cho người dân.</translation>
    </message>
</context>
<context>
    <name>CalendarPresenter</name>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Không có gì để hoàn lại.</translation>
    </message>
    <message>
        <source>There is no such date. Type eight digits, such as 02012026.</source>
        <translation>Không có ngày này. Gõ tám chữ số, ví dụ 02012026.</translation>
    </message>
    <message>
        <source>{day} is taken out; Ctrl+Z brings it back. It counts when you save: F9.</source>
        <translation>Đã bỏ {day}; Ctrl+Z lấy lại. Lưu bằng F9 thì mới có hiệu lực.</translation>
    </message>
    <message>
        <source>{year} holds no forecast.</source>
        <translation>Năm {year} không có ngày dự báo.</translation>
    </message>
    <message>
        <source>Type the number of the decision.</source>
        <translation>Gõ số quyết định.</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The calendar is saved and counts from now on.</source>
        <translation>Đã lưu lịch làm việc; lịch mới có hiệu lực từ lúc này.</translation>
    </message>
    <message>
        <source>What you changed is not saved: F9 saves it, Esc again drops it.</source>
        <translation>Thay đổi chưa lưu: F9 để lưu, Esc lần nữa để bỏ.</translation>
    </message>
</context>
<context>
    <name>CalendarWarning</name>
    <message>
        <source>The calendar of {year} is not decided: due times in it follow a forecast, or know none of its days off.</source>
        <translation>Lịch làm việc năm {year} chưa có quyết định: hẹn trả trong năm đó đang tính theo dự báo, hoặc chưa trừ ngày nghỉ lễ.</translation>
    </message>
    <message>
        <source>&amp;Open the calendar</source>
        <translation>Mở &amp;lịch làm việc</translation>
    </message>
</context>
<context>
    <name>CardPart</name>
    <message>
        <source>Cancel  Esc</source>
        <translation>Bỏ  Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Guided, not received</source>
        <translation>Đã hướng dẫn, chưa tiếp nhận</translation>
    </message>
    <message>
        <source>Refused at intake</source>
        <translation>Từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>Saved: {what} ({when})</source>
        <translation>Đã lưu lúc {when} · {what}</translation>
    </message>
    <message>
        <source>No ID number on record: check the photo and the name on the card</source>
        <translation>Hồ sơ không có số CCCD: đối chiếu ảnh và họ tên trên thẻ</translation>
    </message>
    <message>
        <source>Check the photo ID: {number}</source>
        <translation>Đối chiếu CCCD: {number}</translation>
    </message>
    <message>
        <source>No time was promised</source>
        <translation>Không hẹn thời gian trả</translation>
    </message>
    <message>
        <source>Negative: {reason}</source>
        <translation>Không giải quyết: {reason}</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Được giải quyết</translation>
    </message>
    <message>
        <source>ready {when}</source>
        <translation>có kết quả {when}</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>số {number}</translation>
    </message>
    <message>
        <source>{result}
Returned {when} to {receiver}</source>
        <translation>{result}
Đã trả {when} cho {receiver}</translation>
    </message>
    <message numerus="yes">
        <source>%n original(s)</source>
        <comment>sheets of a paper</comment>
        <translation>
            <numerusform>%n bản chính</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <comment>sheets of a paper</comment>
        <translation>
            <numerusform>%n bản sao</numerusform>
        </translation>
    </message>
    <message>
        <source>Exempt: {reason}</source>
        <translation>Miễn: {reason}</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Không thu</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>Chưa in</translation>
    </message>
    <message>
        <source>Not printed yet: F8 prints it</source>
        <translation>Chưa in: bấm F8 để in</translation>
    </message>
    <message numerus="yes">
        <source>Printed %n time(s), last {when}</source>
        <translation>
            <numerusform>Đã in %n lần, gần nhất {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>not paid yet</source>
        <translation>chưa thu</translation>
    </message>
    <message>
        <source>{paid} paid, {owed} still to be paid</source>
        <translation>đã thu {paid}, còn phải thu {owed}</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>đã thu</translation>
    </message>
    <message>
        <source>{amount} paid back</source>
        <translation>đã hoàn trả {amount}</translation>
    </message>
    <message>
        <source>not to be paid any more</source>
        <translation>không phải nộp nữa</translation>
    </message>
    <message>
        <source>reused from {code}</source>
        <translation>dùng lại từ {code}</translation>
    </message>
    <message>
        <source>looked up</source>
        <translation>tra cứu CSDL</translation>
    </message>
</context>
<context>
    <name>CarriedLine</name>
    <message>
        <source>Group: dossier {number} of one submitter. Ctrl+G ends the group.</source>
        <translation>Nhóm: hồ sơ thứ {number} của cùng một người nộp. Ctrl+G kết thúc nhóm.</translation>
    </message>
</context>
<context>
    <name>CashUpPresenter</name>
    <message>
        <source>Type what you counted, 0 if there is nothing.</source>
        <translation>Gõ số tiền đếm được, không có thì gõ 0.</translation>
    </message>
    <message>
        <source>The count is saved.</source>
        <translation>Đã lưu chốt tiền.</translation>
    </message>
    <message>
        <source>The count is saved and its sheet is printed.</source>
        <translation>Đã lưu và in phiếu chốt tiền.</translation>
    </message>
    <message>
        <source>The count is saved. {trouble}</source>
        <translation>Đã lưu chốt tiền. {trouble}</translation>
    </message>
</context>
<context>
    <name>CashUpScreen</name>
    <message>
        <source>Cash up for today</source>
        <translation>Chốt tiền trong ngày</translation>
    </message>
    <message>
        <source>Count your drawer: type the total, or how many banknotes there are of each value.</source>
        <translation>Đếm tiền trong ngăn: gõ tổng số, hoặc số tờ của từng mệnh giá.</translation>
    </message>
    <message>
        <source>only if the cash differs</source>
        <translation>chỉ khi tiền chênh lệch</translation>
    </message>
    <message>
        <source>C&amp;ounted</source>
        <translation>Tiền đếm đượ&amp;c</translation>
    </message>
    <message>
        <source>&amp;Banknotes</source>
        <translation>&amp;Số tờ</translation>
    </message>
    <message>
        <source>In the &amp;drawer before</source>
        <translation>Tiền có đầ&amp;u ngày</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Lý do</translation>
    </message>
    <message>
        <source>Counted, in đồng</source>
        <translation>Tiền đếm được, đồng</translation>
    </message>
    <message>
        <source>In the drawer before, in đồng</source>
        <translation>Tiền có đầu ngày, đồng</translation>
    </message>
    <message>
        <source>Change that lay in the drawer before the first payment of the day.</source>
        <translation>Tiền lẻ có sẵn trong ngăn trước lần thu đầu tiên trong ngày.</translation>
    </message>
    <message>
        <source>All the cash in your drawer now, with what lay there before.</source>
        <translation>Toàn bộ tiền mặt trong ngăn lúc này, kể cả tiền có đầu ngày.</translation>
    </message>
    <message>
        <source>Why there is more or less cash than the payments left.</source>
        <translation>Vì sao tiền mặt thừa hoặc thiếu so với tiền đã thu.</translation>
    </message>
    <message>
        <source>Save and print  F9</source>
        <translation>Lưu và in  F9</translation>
    </message>
    <message>
        <source>Save, do not print  Ctrl+S</source>
        <translation>Lưu, không in  Ctrl+S</translation>
    </message>
    <message>
        <source>Save, do not print</source>
        <translation>Lưu, không in</translation>
    </message>
    <message>
        <source>Cash up for {day}: {clerk}</source>
        <translation>Chốt tiền ngày {day}: {clerk}</translation>
    </message>
    <message>
        <source>Payments: {count}. Taken {taken}, paid back {back}, left in the drawer {left} đồng.</source>
        <translation>Số lần thu, hoàn: {count}. Đã thu {taken}, hoàn trả {back}, còn lại {left} đồng.</translation>
    </message>
    <message>
        <source>Counted before at {when}.</source>
        <translation>Đã chốt lúc {when}.</translation>
    </message>
    <message>
        <source>Nothing counted yet</source>
        <translation>Chưa đếm</translation>
    </message>
    <message>
        <source>{amount} đồng missing</source>
        <translation>Thiếu {amount} đồng</translation>
    </message>
    <message>
        <source>{amount} đồng too much</source>
        <translation>Thừa {amount} đồng</translation>
    </message>
    <message>
        <source>The cash is right</source>
        <translation>Tiền khớp</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>The catalogue</source>
        <translation>Danh mục thủ tục</translation>
    </message>
    <message>
        <source>Left empty, the office begins with the catalogue of 2022 that comes with the program. Else name the file of the procedures (CSV); that of the papers, papers.csv, lies beside it.</source>
        <translation>Để trống thì dùng danh mục năm 2022 có sẵn trong chương trình. Nếu có danh mục riêng thì chỉ tệp thủ tục (CSV); tệp giấy tờ papers.csv để cạnh tệp đó.</translation>
    </message>
    <message>
        <source>Catalogue file</source>
        <translation>Tệp danh mục</translation>
    </message>
    <message>
        <source>the catalogue of 2022</source>
        <translation>danh mục năm 2022</translation>
    </message>
    <message>
        <source>What would change, row by row</source>
        <translation>Các thay đổi, từng dòng một</translation>
    </message>
    <message>
        <source>Catalogue &amp;file</source>
        <translation>&amp;Tệp danh mục</translation>
    </message>
</context>
<context>
    <name>CataloguePresenter</name>
    <message>
        <source>No row of this file can be read: it is another file. Name the right one.</source>
        <translation>Không đọc được dòng nào của tệp này: đây là tệp khác. Chỉ lại đúng tệp.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be read and are left out.</source>
        <translation>
            <numerusform>%n dòng không đọc được và bị bỏ qua.</numerusform>
        </translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {gone} left out. Press Enter again to take this catalogue.</source>
        <translation>{new} mới, {changed} sửa, {gone} bỏ. Bấm Enter lần nữa để dùng danh mục này.</translation>
    </message>
    <message>
        <source>This is the catalogue that comes with the program. Press Enter again to go on.</source>
        <translation>Danh mục này giống hệt danh mục có sẵn. Bấm Enter lần nữa để đi tiếp.</translation>
    </message>
    <message>
        <source>{table}.csv, row {row}: {column} – {reason}</source>
        <translation>{table}.csv, dòng {row}: {column} – {reason}</translation>
    </message>
    <message>
        <source>new: {code} {name}</source>
        <translation>mới: {code} {name}</translation>
    </message>
    <message>
        <source>changed: {code} {name}</source>
        <translation>sửa: {code} {name}</translation>
    </message>
    <message>
        <source>left out: {code} {name}</source>
        <translation>bỏ: {code} {name}</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Change a person</source>
        <translation>Sửa thông tin cán bộ</translation>
    </message>
    <message>
        <source>Nobody is ever deleted: who leaves may not sign in, and what they did keeps their name.</source>
        <translation>Không ai bị xóa: người đã nghỉ không đăng nhập được nữa, còn việc họ đã làm vẫn ghi tên họ.</translation>
    </message>
    <message>
        <source>Works here and may sign in</source>
        <translation>Đang làm việc, được đăng nhập</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Save the calendar</source>
        <translation>Lưu lịch làm việc</translation>
    </message>
    <message>
        <source>It becomes a new version; the former ones stay on record.</source>
        <translation>Lịch lưu thành phiên bản mới; các phiên bản cũ vẫn được giữ.</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>&amp;Thay đổi</translation>
    </message>
    <message>
        <source>Every day that is new, changed or gone.</source>
        <translation>Các ngày thêm, sửa, bỏ.</translation>
    </message>
    <message>
        <source>Save  Enter</source>
        <translation>Lưu  Enter</translation>
    </message>
</context>
<context>
    <name>ChannelPart</name>
    <message>
        <source>with the counter&apos;s help</source>
        <translation>có hỗ trợ tại quầy</translation>
    </message>
    <message>
        <source>Online level</source>
        <translation>Mức độ trực tuyến</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Cách nộp</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>Portal&apos;s code</source>
        <translation>Mã cổng</translation>
    </message>
    <message>
        <source>at the counter</source>
        <translation>tại quầy</translation>
    </message>
    <message>
        <source>online</source>
        <translation>trực tuyến</translation>
    </message>
    <message>
        <source>by post</source>
        <translation>qua bưu chính</translation>
    </message>
    <message>
        <source>at a mobile reception</source>
        <translation>tiếp nhận lưu động</translation>
    </message>
    <message>
        <source>level of the procedure</source>
        <translation>mức theo danh mục</translation>
    </message>
    <message>
        <source>level 3</source>
        <translation>mức độ 3</translation>
    </message>
    <message>
        <source>level 4</source>
        <translation>mức độ 4</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>một phần</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>toàn trình</translation>
    </message>
    <message>
        <source>kept as the dossier&apos;s code; empty: the counter gives one</source>
        <translation>giữ làm mã hồ sơ; để trống thì quầy cấp mã</translation>
    </message>
    <message>
        <source>How the dossier came in; time and fee follow where the catalogue tells them apart.</source>
        <translation>Hồ sơ nộp bằng cách nào; thời hạn và phí, lệ phí theo cách nộp nếu danh mục có phân biệt.</translation>
    </message>
    <message>
        <source>How much of it went online, where the catalogue does not say it.</source>
        <translation>Mức độ trực tuyến, khi danh mục không ghi.</translation>
    </message>
    <message>
        <source>Space: the citizen handed it in online here, and you helped; it counts as online.</source>
        <translation>Phím cách: công dân nộp trực tuyến tại đây và được hỗ trợ; tính là nộp trực tuyến.</translation>
    </message>
    <message>
        <source>The code that the portal gave: scan or type it, and the dossier keeps it here.</source>
        <translation>Mã do cổng cấp: quét hoặc gõ, hồ sơ giữ nguyên mã này.</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Take in a table</source>
        <translation>Nhập bảng</translation>
    </message>
    <message>
        <source>What the file would change is shown first. Nothing changes before you have seen it.</source>
        <translation>Chương trình cho xem trước tệp sẽ thay đổi những gì. Chưa xem thì chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Table file</source>
        <translation>Tệp bảng</translation>
    </message>
    <message>
        <source>The arrow keys choose.</source>
        <translation>Chọn bằng phím mũi tên.</translation>
    </message>
    <message>
        <source>&amp;Kind of table</source>
        <translation>&amp;Loại bảng</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>CSV (UTF-8) or XLSX.</source>
        <translation>CSV (UTF-8) hoặc XLSX.</translation>
    </message>
    <message>
        <source>Look into it  Enter</source>
        <translation>Xem trước  Enter</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>Đóng  Esc</translation>
    </message>
    <message>
        <source>Catalogue of procedures</source>
        <translation>Danh mục thủ tục</translation>
    </message>
    <message>
        <source>Working calendar</source>
        <translation>Lịch làm việc</translation>
    </message>
    <message>
        <source>List of units</source>
        <translation>Danh sách đơn vị</translation>
    </message>
    <message>
        <source>Paper dossiers of before</source>
        <translation>Hồ sơ giấy trước đây</translation>
    </message>
    <message>
        <source>The file replaces the catalogue. Dossiers received before keep the procedure of their intake.</source>
        <translation>Tệp thay cho danh mục đang dùng. Hồ sơ đã nhận giữ nguyên thủ tục lúc tiếp nhận.</translation>
    </message>
    <message>
        <source>The file replaces the list of units.</source>
        <translation>Tệp thay cho danh sách đơn vị đang dùng.</translation>
    </message>
    <message>
        <source>The years that the file speaks of are replaced. Due times already promised stay.</source>
        <translation>Các năm có trong tệp được thay mới. Hẹn trả đã hẹn giữ nguyên.</translation>
    </message>
    <message>
        <source>Each row becomes a dossier of its day, in your name. The same file a second time adds nothing.</source>
        <translation>Mỗi dòng thành một hồ sơ nhận vào ngày ghi trong dòng, đứng tên bạn. Nhập lại cùng một tệp thì không thêm gì.</translation>
    </message>
    <message>
        <source>Columns of {table}: {columns}.</source>
        <translation>Cột phải có của {table}: {columns}.</translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>Nothing matches</source>
        <translation>Không tìm thấy</translation>
    </message>
</context>
<context>
    <name>CorrectionPart</name>
    <message>
        <source>Correct the particulars</source>
        <translation>Sửa thông tin</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Lưu thông tin đã sửa</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>a digit from 1 to 4, or your own words</source>
        <translation>một số từ 1 đến 4, hoặc gõ lý do khác</translation>
    </message>
    <message>
        <source>typed wrongly</source>
        <translation>gõ nhầm</translation>
    </message>
    <message>
        <source>the citizen&apos;s particulars changed</source>
        <translation>công dân thay đổi thông tin</translation>
    </message>
    <message>
        <source>differs from the papers</source>
        <translation>khác với giấy tờ</translation>
    </message>
    <message>
        <source>left out at intake</source>
        <translation>bỏ sót khi tiếp nhận</translation>
    </message>
    <message>
        <source>This does not look like a phone number.</source>
        <translation>Số này không giống số điện thoại.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản sao</translation>
    </message>
    <message>
        <source>Pa&amp;pers</source>
        <translation>&amp;Giấy tờ</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Space takes the tick from a paper that was not given.</source>
        <translation>Phím cách bỏ dấu ở giấy tờ không nộp.</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>The counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Agency code and number stand in every dossier code that this counter gives out.</source>
        <translation>Mã cơ quan và số quầy có trong mọi mã hồ sơ của quầy này.</translation>
    </message>
    <message>
        <source>1 to 9; each computer of the office has a number of its own.</source>
        <translation>Từ 1 đến 9; mỗi máy của bộ phận một số riêng.</translation>
    </message>
    <message>
        <source>&amp;Counter number</source>
        <translation>&amp;Số quầy</translation>
    </message>
</context>
<context>
    <name>CounterUnitScreen</name>
    <message>
        <source>Unit of this counter</source>
        <translation>Đơn vị của quầy</translation>
    </message>
    <message>
        <source>At a one-stop office whose counters belong to several units (insurance, tax, police) each receives its own procedures under its own agency code. Dossiers received before stay as they are.</source>
        <translation>Ở bộ phận một cửa có quầy của nhiều đơn vị (bảo hiểm, thuế, công an), mỗi quầy nhận thủ tục của đơn vị mình, mã hồ sơ mang mã cơ quan của đơn vị mình. Hồ sơ đã nhận giữ nguyên.</translation>
    </message>
    <message>
        <source>Saved. What is received from now on bears it.</source>
        <translation>Đã lưu. Hồ sơ nhận từ giờ mang mã này.</translation>
    </message>
</context>
<context>
    <name>DailyLogPresenter</name>
    <message>
        <source>The log of {day} is printed.</source>
        <translation>Đã in nhật ký ngày {day}.</translation>
    </message>
</context>
<context>
    <name>DailyLogScreen</name>
    <message>
        <source>{weekday} {day} · Daily log</source>
        <translation>Nhật ký · {weekday} {day}</translation>
    </message>
    <message>
        <source>Preparing the pages…</source>
        <translation>Đang dựng trang…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>Ngày trước</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Ngày sau</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>A day of the calendar</source>
        <translation>Một ngày trong lịch</translation>
    </message>
    <message>
        <source>It counts when the whole calendar is saved; what was promised before stays promised.</source>
        <translation>Có hiệu lực khi lưu cả lịch; hẹn trả đã hẹn giữ nguyên.</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Ngày</translation>
    </message>
    <message>
        <source>Eight digits, such as 02012026.</source>
        <translation>Tám chữ số, ví dụ 02012026.</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Loại ngày</translation>
    </message>
    <message>
        <source>The arrow keys choose.</source>
        <translation>Chọn bằng phím mũi tên.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Lý &amp;do</translation>
    </message>
    <message>
        <source>Of a make-up working day with the day off it is worked for, such as: for 02/01/2026.</source>
        <translation>Ngày làm bù thì ghi ngày nghỉ được làm bù, ví dụ: Làm bù cho ngày 02/01/2026.</translation>
    </message>
    <message>
        <source>D&amp;ocument</source>
        <translation>&amp;Số văn bản</translation>
    </message>
    <message>
        <source>Number of the decision; may be empty.</source>
        <translation>Số quyết định, thông báo; có thể để trống.</translation>
    </message>
    <message>
        <source>Into the table  F9</source>
        <translation>Ghi vào bảng  F9</translation>
    </message>
    <message>
        <source>Change a day</source>
        <translation>Sửa một ngày</translation>
    </message>
    <message>
        <source>A new day</source>
        <translation>Thêm một ngày</translation>
    </message>
</context>
<context>
    <name>DayTable</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại ngày</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Số văn bản</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Cần xem lại</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ Nhật</translation>
    </message>
</context>
<context>
    <name>DaysPart</name>
    <message>
        <source>Working calendar</source>
        <translation>Lịch làm việc</translation>
    </message>
    <message>
        <source>Monday to Friday are worked, Saturdays and Sundays are off; here stand the days that differ. Nothing counts before it is saved.</source>
        <translation>Làm việc thứ Hai đến thứ Sáu, nghỉ thứ Bảy và Chủ nhật; bảng này ghi những ngày khác lệ đó. Chưa lưu thì chưa có hiệu lực.</translation>
    </message>
    <message>
        <source>Days of the calendar</source>
        <translation>Các ngày trong lịch</translation>
    </message>
    <message>
        <source>Days off, make-up working days and half days, with reason and document.</source>
        <translation>Ngày nghỉ, ngày làm bù và nửa ngày, kèm lý do và số văn bản.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Thêm ngày</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Confirm its year</source>
        <translation>Xác nhận năm</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn lại</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>DecidePage</name>
    <message>
        <source>Confirm a year</source>
        <translation>Xác nhận một năm</translation>
    </message>
    <message>
        <source>Only when the decision is there and its days are those of the table, swaps included.</source>
        <translation>Chỉ xác nhận khi đã có quyết định và các ngày trong bảng đúng như quyết định, kể cả ngày làm bù.</translation>
    </message>
    <message>
        <source>D&amp;ocument</source>
        <translation>&amp;Số văn bản</translation>
    </message>
    <message>
        <source>Number of the decision of that year.</source>
        <translation>Số quyết định, thông báo về ngày nghỉ của năm đó.</translation>
    </message>
    <message>
        <source>Into the table  F9</source>
        <translation>Ghi vào bảng  F9</translation>
    </message>
    <message>
        <source>Confirm {year}: forecasts that become decided days: {count}</source>
        <translation>Xác nhận năm {year}: {count} ngày dự báo thành ngày đã quyết định</translation>
    </message>
</context>
<context>
    <name>DeskPresenter</name>
    <message>
        <source>Scan the citizen&apos;s receipt, or type its code or a name.</source>
        <translation>Quét giấy hẹn của công dân, hoặc gõ mã hồ sơ hay họ tên.</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Receive</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả</translation>
    </message>
    <message>
        <source>Daily log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Results waiting to be fetched</source>
        <translation>Kết quả chờ người dân đến nhận</translation>
    </message>
    <message>
        <source>Work of my unit</source>
        <translation>Việc của đơn vị tôi</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Reprint the last receipt</source>
        <translation>In lại giấy hẹn vừa in</translation>
    </message>
    <message>
        <source>Print the recovery sheet</source>
        <translation>In phiếu khôi phục</translation>
    </message>
    <message>
        <source>Lock, or change the clerk</source>
        <translation>Khóa, hoặc đổi người</translation>
    </message>
    <message>
        <source>One level back</source>
        <translation>Lùi một bước</translation>
    </message>
    <message>
        <source>Register, hand-over slips, public list</source>
        <translation>Sổ theo dõi, phiếu bàn giao, niêm yết</translation>
    </message>
</context>
<context>
    <name>DossierCard</name>
    <message>
        <source>What you typed is not saved. Esc again drops it, F9 saves it.</source>
        <translation>Nội dung vừa gõ chưa lưu. Esc lần nữa để bỏ, F9 để lưu.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Chưa sửa gì.</translation>
    </message>
    <message>
        <source>To be paid: {amount}</source>
        <translation>Còn phải thu: {amount}</translation>
    </message>
</context>
<context>
    <name>DossierTable</name>
    <message>
        <source>Code</source>
        <translation>Mã số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Người giữ</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>past {day}</source>
        <translation>quá {day}</translation>
    </message>
    <message>
        <source>State</source>
        <comment>where a dossier stands</comment>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>paper: {holder}</source>
        <translation>giấy: {holder}</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>Chờ từ</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>No code: the intake was refused</source>
        <translation>Không có mã: đã từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>No due time</source>
        <translation>Không hẹn</translation>
    </message>
</context>
<context>
    <name>DuePart</name>
    <message>
        <source>No due time</source>
        <translation>Không hẹn</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>Ngày hẹn trả</translation>
    </message>
    <message>
        <source>Due clock time</source>
        <translation>Giờ hẹn trả</translation>
    </message>
    <message>
        <source>D&amp;ue</source>
        <translation>Hẹ&amp;n trả</translation>
    </message>
    <message>
        <source>The catalogue does not know the duration: the day that the citizen is promised, as 8 digits.</source>
        <translation>Danh mục chưa có thời hạn: gõ ngày hẹn trả cho công dân, đủ 8 chữ số.</translation>
    </message>
    <message>
        <source>The hour on that day: 17, 17:00 or 9h30.</source>
        <translation>Giờ hẹn trong ngày đó: 17, 17:00 hoặc 9h30.</translation>
    </message>
    <message>
        <source>Space: no time is promised, and the receipt names none.</source>
        <translation>Phím cách: không hẹn ngày giờ, giấy hẹn cũng không ghi.</translation>
    </message>
    <message>
        <source>There is no such day or time: 24032022, 17:00.</source>
        <translation>Ngày giờ không có thật. Ví dụ: 24032022, 17:00.</translation>
    </message>
    <message>
        <source>The catalogue does not know the duration: type a due time, or none.</source>
        <translation>Danh mục chưa có thời hạn: gõ ngày giờ hẹn trả, hoặc chọn không hẹn.</translation>
    </message>
</context>
<context>
    <name>EditPage</name>
    <message>
        <source>Save  F9</source>
        <translation>Lưu  F9</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>What you typed is not saved: F9 saves it, Esc again drops it.</source>
        <translation>Nội dung vừa gõ chưa lưu: F9 để lưu, Esc lần nữa để bỏ.</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Intake refused: {reason}</source>
        <translation>Từ chối tiếp nhận: {reason}</translation>
    </message>
    <message>
        <source>Guided: {what}</source>
        <translation>Hướng dẫn bổ sung: {what}</translation>
    </message>
    <message>
        <source>Hand-over accepted</source>
        <translation>Nhận bàn giao</translation>
    </message>
    <message>
        <source>Supplement requested: {what}</source>
        <translation>Yêu cầu bổ sung: {what}</translation>
    </message>
    <message>
        <source>Suspended: {reason}</source>
        <translation>Tạm dừng: {reason}</translation>
    </message>
    <message>
        <source>Result taken back: {reason}</source>
        <translation>Đính chính kết quả: {reason}</translation>
    </message>
    <message>
        <source>Applicant told of the result</source>
        <translation>Đã báo người dân đến nhận kết quả</translation>
    </message>
    <message>
        <source>Withdrawn by the applicant</source>
        <translation>Chủ hồ sơ rút hồ sơ</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Từ chối giải quyết do không bổ sung: {reason}</translation>
    </message>
    <message>
        <source>Processing stopped: {reason}</source>
        <translation>Dừng giải quyết: {reason}</translation>
    </message>
    <message>
        <source>Voided: {reason}</source>
        <translation>Hủy hồ sơ nhập nhầm: {reason}</translation>
    </message>
    <message>
        <source>Opened again: {reason}</source>
        <translation>Mở lại hồ sơ: {reason}</translation>
    </message>
    <message>
        <source>Rated by the citizen</source>
        <translation>Người dân đã đánh giá</translation>
    </message>
    <message>
        <source>Paid: {amount}</source>
        <translation>Đã thu: {amount}</translation>
    </message>
    <message>
        <source>Paid back: {amount}, {reason}</source>
        <translation>Đã hoàn: {amount}, {reason}</translation>
    </message>
    <message>
        <source>Something that only a newer version of the program can tell</source>
        <translation>Việc chỉ phiên bản mới hơn của chương trình hiểu được</translation>
    </message>
    <message>
        <source>Handed over for processing</source>
        <translation>Chuyển xử lý</translation>
    </message>
    <message>
        <source>electronically</source>
        <translation>qua mạng</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>bằng bản giấy</translation>
    </message>
    <message>
        <source>Handed over to {unit} {way}</source>
        <translation>Chuyển {unit} {way}</translation>
    </message>
    <message>
        <source>Payment requested: {reason}</source>
        <translation>Yêu cầu nghĩa vụ tài chính: {reason}</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Tiếp tục giải quyết</translation>
    </message>
    <message>
        <source>Goes on, due {when}</source>
        <translation>Tiếp tục giải quyết, hẹn trả {when}</translation>
    </message>
    <message>
        <source>Apology: {reason}. New date {when}</source>
        <translation>Xin lỗi: {reason}. Hẹn lại {when}</translation>
    </message>
    <message>
        <source>Negative result: {reason}</source>
        <translation>Không giải quyết: {reason}</translation>
    </message>
    <message>
        <source>Result ready</source>
        <translation>Có kết quả</translation>
    </message>
    <message>
        <source>Result returned to the applicant</source>
        <translation>Trả kết quả cho chủ hồ sơ</translation>
    </message>
    <message>
        <source>Result returned to {name}, authorised</source>
        <translation>Trả kết quả cho {name}, người được ủy quyền</translation>
    </message>
    <message>
        <source>Printed again: {form}</source>
        <translation>In lại: {form}</translation>
    </message>
    <message>
        <source>Printed: {form}</source>
        <translation>Đã in: {form}</translation>
    </message>
    <message>
        <source>Result sent by post</source>
        <translation>Đã gửi kết quả qua bưu chính</translation>
    </message>
    <message>
        <source>Result returned electronically</source>
        <translation>Đã trả kết quả điện tử</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>State</source>
        <comment>where a dossier stands</comment>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Handed in by</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>phone and address</comment>
        <translation>Liên hệ</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Giấy hẹn</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Facts and history of the dossier</source>
        <translation>Thông tin và quá trình của hồ sơ</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Quá trình</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Cách nộp</translation>
    </message>
</context>
<context>
    <name>FileRows</name>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
</context>
<context>
    <name>FormName</name>
    <message>
        <source>receipt</source>
        <translation>giấy hẹn</translation>
    </message>
    <message>
        <source>supplement request</source>
        <translation>phiếu yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>phiếu từ chối</translation>
    </message>
    <message>
        <source>apology</source>
        <translation>phiếu xin lỗi</translation>
    </message>
    <message>
        <source>stop notice</source>
        <translation>thông báo dừng giải quyết</translation>
    </message>
    <message>
        <source>control slip</source>
        <translation>phiếu kiểm soát</translation>
    </message>
    <message>
        <source>payment slip</source>
        <translation>phiếu thu</translation>
    </message>
    <message>
        <source>hand-over slip</source>
        <translation>phiếu bàn giao hồ sơ</translation>
    </message>
</context>
<context>
    <name>HabitsScreen</name>
    <message>
        <source>Habits of the office</source>
        <translation>Cách làm của đơn vị</translation>
    </message>
    <message>
        <source>They count from the next dossier on; a clerk may do otherwise with a single one.</source>
        <translation>Có hiệu lực từ hồ sơ tiếp theo; từng hồ sơ vẫn có thể làm khác.</translation>
    </message>
    <message>
        <source>&amp;Fees are taken</source>
        <translation>&amp;Thu phí, lệ phí</translation>
    </message>
    <message>
        <source>Citizens are &amp;asked</source>
        <translation>Hỏi đánh &amp;giá</translation>
    </message>
    <message>
        <source>&amp;Payment slips</source>
        <translation>&amp;Phiếu thu</translation>
    </message>
    <message>
        <source>when the result is fetched</source>
        <translation>khi trả kết quả</translation>
    </message>
    <message>
        <source>at intake</source>
        <translation>khi tiếp nhận</translation>
    </message>
    <message>
        <source>for a score from 1 to 5</source>
        <translation>cho điểm từ 1 đến 5</translation>
    </message>
    <message>
        <source>for one of three faces</source>
        <translation>chọn một trong ba khuôn mặt</translation>
    </message>
    <message>
        <source>for nothing</source>
        <translation>không hỏi</translation>
    </message>
    <message>
        <source>are printed when they are asked for</source>
        <translation>in khi cần</translation>
    </message>
    <message>
        <source>are printed with every payment</source>
        <translation>in mỗi lần thu tiền</translation>
    </message>
    <message>
        <source>Saved. They count from now on.</source>
        <translation>Đã lưu, có hiệu lực từ bây giờ.</translation>
    </message>
</context>
<context>
    <name>HelpPane</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Phím và trợ giúp</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>a former member of staff</source>
        <translation>người đã chuyển đi</translation>
    </message>
    <message>
        <source>{what} – did not count</source>
        <translation>{what} – không có hiệu lực</translation>
    </message>
    <message>
        <source>Corrected: {what}. Reason: {reason}</source>
        <translation>Sửa {what}. Lý do: {reason}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>họ tên</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>số CCCD</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>số điện thoại</translation>
    </message>
    <message>
        <source>address</source>
        <translation>địa chỉ</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>giấy tờ</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>way of return</source>
        <translation>cách nhận kết quả</translation>
    </message>
    <message>
        <source>submitter</source>
        <translation>người nộp</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>phí, lệ phí</translation>
    </message>
    <message>
        <source>particulars</source>
        <translation>thông tin</translation>
    </message>
    <message>
        <source>Rated by the citizen: {score} of {best}</source>
        <translation>Người dân đánh giá: {score}/{best}</translation>
    </message>
</context>
<context>
    <name>IntakePresenter</name>
    <message>
        <source>Saved {code} for {name}.</source>
        <translation>Đã lưu hồ sơ {code} của {name}.</translation>
    </message>
    <message>
        <source>The refusal for {name} is on record.</source>
        <translation>Đã ghi từ chối tiếp nhận đối với {name}.</translation>
    </message>
    <message>
        <source>What {name} is to bring is on record; no dossier was received.</source>
        <translation>Đã ghi những giấy tờ {name} còn phải nộp; chưa tiếp nhận hồ sơ.</translation>
    </message>
    <message>
        <source>Saved {code} for {name}. Taken: {fee}.</source>
        <translation>Đã lưu {code} của {name}. Đã thu: {fee}.</translation>
    </message>
    <message>
        <source>Returned at once: {code}, {name}. Nothing to be paid.</source>
        <translation>Đã trả ngay: {code}, {name}. Không phải nộp tiền.</translation>
    </message>
    <message>
        <source>Returned at once: {code}, {name}. Taken: {fee}.</source>
        <translation>Đã trả ngay: {code}, {name}. Đã thu: {fee}.</translation>
    </message>
</context>
<context>
    <name>IntakeScreen</name>
    <message>
        <source>Receive a dossier</source>
        <translation>Nhận hồ sơ mới</translation>
    </message>
    <message>
        <source>This was typed before and is not saved. F9 saves it, Esc twice gives it up.</source>
        <translation>Nội dung gõ lần trước chưa lưu. F9 để lưu, Esc hai lần để bỏ.</translation>
    </message>
    <message>
        <source>What is typed here is not saved. Esc again gives it up.</source>
        <translation>Nội dung vừa gõ chưa lưu. Esc lần nữa để bỏ.</translation>
    </message>
</context>
<context>
    <name>KnownPeople</name>
    <message>
        <source>⚑ {total} earlier dossiers, {open} still open</source>
        <translation>⚑ đã nộp {total} hồ sơ, {open} chưa xong</translation>
    </message>
</context>
<context>
    <name>LatePart</name>
    <message>
        <source>Received &amp;before: the receipt was written by hand</source>
        <translation>Nhận từ trước, giấy hẹn viết ta&amp;y</translation>
    </message>
    <message>
        <source>Day of the receipt</source>
        <translation>Ngày trên giấy hẹn</translation>
    </message>
    <message>
        <source>Hour of the receipt</source>
        <translation>Giờ trên giấy hẹn</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>9h30</source>
        <translation>9h30</translation>
    </message>
    <message>
        <source>power cut, machine out of order</source>
        <translation>mất điện, máy hỏng</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>Number on it</source>
        <translation>Số giấy hẹn</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Space: a dossier that was received while the machine stood still is entered now.</source>
        <translation>Phím cách: nhập bây giờ hồ sơ đã nhận khi máy không chạy.</translation>
    </message>
    <message>
        <source>The day on the hand-written receipt, as 8 digits; the due time is counted from it.</source>
        <translation>Ngày trên giấy hẹn viết tay, 8 chữ số; hẹn trả tính từ ngày này.</translation>
    </message>
    <message>
        <source>The hour on the hand-written receipt: 9h30 or 9:30.</source>
        <translation>Giờ trên giấy hẹn viết tay: 9h30 hoặc 9:30.</translation>
    </message>
    <message>
        <source>The number on the hand-written receipt, by which it is found.</source>
        <translation>Số trên giấy hẹn viết tay, để tìm lại.</translation>
    </message>
    <message>
        <source>Why it was written by hand; it stays on record.</source>
        <translation>Vì sao phải viết tay; lý do được lưu lại.</translation>
    </message>
    <message>
        <source>Type the day and the hour of the hand-written receipt: 10032022, 9h30.</source>
        <translation>Gõ ngày và giờ trên giấy hẹn viết tay: 10032022, 9h30.</translation>
    </message>
    <message>
        <source>Late entry: the day and hour on the hand-written receipt are not typed yet.</source>
        <translation>Nhập muộn: chưa gõ ngày, giờ ghi trên giấy hẹn viết tay.</translation>
    </message>
    <message>
        <source>Late entry: received {when}, the receipt was written by hand.</source>
        <translation>Nhập muộn: nhận lúc {when}, giấy hẹn viết tay.</translation>
    </message>
</context>
<context>
    <name>ListPart</name>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>The field whose procedures are shown: those in force today, and no others.</source>
        <translation>Lĩnh vực cần niêm yết: chỉ gồm thủ tục đang có hiệu lực hôm nay.</translation>
    </message>
    <message>
        <source>Pick a field: the arrow down shows all of them.</source>
        <translation>Chọn một lĩnh vực: phím mũi tên xuống mở cả danh sách.</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>All dossiers, newest first</source>
        <translation>Tất cả hồ sơ, mới nhất trước</translation>
    </message>
    <message>
        <source>Overdue, longest first</source>
        <translation>Quá hạn, lâu nhất trước</translation>
    </message>
    <message>
        <source>Due today, soonest first</source>
        <translation>Đến hạn hôm nay, sớm nhất trước</translation>
    </message>
    <message>
        <source>Received today, newest first</source>
        <translation>Nhận hôm nay, mới nhất trước</translation>
    </message>
    <message>
        <source>Returned today, newest first</source>
        <translation>Trả hôm nay, mới nhất trước</translation>
    </message>
    <message>
        <source>Receipts not yet printed</source>
        <translation>Giấy hẹn chưa in</translation>
    </message>
    <message>
        <source>Results waiting to be fetched, longest first</source>
        <translation>Kết quả chờ người dân đến nhận, lâu nhất trước</translation>
    </message>
    <message>
        <source>Work of my unit, next deadline first</source>
        <translation>Việc của đơn vị tôi, đến hạn trước lên đầu</translation>
    </message>
    <message>
        <source>What I hold, next deadline first</source>
        <translation>Việc tôi đang giữ, đến hạn trước lên đầu</translation>
    </message>
    <message>
        <source>No dossier yet.

Scan an ID card or press F2 to receive the first one.</source>
        <translation>Chưa có hồ sơ nào.

Quét CCCD hoặc bấm F2 để nhận hồ sơ đầu tiên.</translation>
    </message>
    <message>
        <source>Nothing is overdue.

Alt+1 again shows all dossiers.</source>
        <translation>Không có hồ sơ quá hạn.

Bấm Alt+1 lần nữa để xem tất cả hồ sơ.</translation>
    </message>
    <message>
        <source>Nothing more is due today.

Alt+2 again shows all dossiers.</source>
        <translation>Hôm nay không còn hồ sơ đến hạn.

Bấm Alt+2 lần nữa để xem tất cả hồ sơ.</translation>
    </message>
    <message>
        <source>Nothing received yet today.

Scan an ID card or press F2 to receive; Alt+3 shows all dossiers.</source>
        <translation>Hôm nay chưa nhận hồ sơ nào.

Quét CCCD hoặc bấm F2 để nhận; bấm Alt+3 để xem tất cả hồ sơ.</translation>
    </message>
    <message>
        <source>Nothing returned yet today.

Scan a receipt to return its result; Alt+4 shows all dossiers.</source>
        <translation>Hôm nay chưa trả kết quả nào.

Quét giấy hẹn để trả; bấm Alt+4 để xem tất cả hồ sơ.</translation>
    </message>
    <message>
        <source>Every receipt is printed.

Esc shows all dossiers.</source>
        <translation>Giấy hẹn nào cũng đã in.

Esc hiện tất cả hồ sơ.</translation>
    </message>
    <message>
        <source>No result waits to be fetched.

Esc shows all dossiers.</source>
        <translation>Không có kết quả nào chờ người dân đến nhận.

Esc hiện tất cả hồ sơ.</translation>
    </message>
    <message>
        <source>Nothing waits to be worked on here.

Esc shows all dossiers.</source>
        <translation>Không có hồ sơ nào chờ giải quyết ở đây.

Esc hiện tất cả hồ sơ.</translation>
    </message>
    <message>
        <source>You hold nothing.

M shows all of your unit, Esc all dossiers.</source>
        <translation>Bạn không giữ hồ sơ nào.

Phím M xem cả đơn vị, Esc xem tất cả hồ sơ.</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) for “{query}”</source>
        <translation>
            <numerusform>Tìm thấy %n hồ sơ: “{query}”</numerusform>
        </translation>
    </message>
    <message>
        <source>No result for “{query}”</source>
        <translation>Không tìm thấy “{query}”</translation>
    </message>
    <message>
        <source>Nothing here is called “{query}”.

Type the last word of the name, the last four digits of the code or the ID number, or scan the receipt.</source>
        <translation>Máy này không có hồ sơ nào khớp với “{query}”.

Gõ tiếng cuối của họ tên, bốn số cuối của mã hồ sơ hoặc số CCCD, hoặc quét giấy hẹn.</translation>
    </message>
</context>
<context>
    <name>LookupPresenter</name>
    <message>
        <source>who sent it</source>
        <translation>người gửi</translation>
    </message>
</context>
<context>
    <name>LookupScreen</name>
    <message>
        <source>Esc: back to the list</source>
        <translation>Esc: về danh sách</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Received today</source>
        <translation>Nhận hôm nay</translation>
    </message>
    <message>
        <source>Returned today</source>
        <translation>Trả hôm nay</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Danh sách hồ sơ</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the data file…</source>
        <translation>Đang mở tệp dữ liệu…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation>Cán bộ và vai trò</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>Đổi mã PIN của tôi</translation>
    </message>
    <message>
        <source>Unit of this counter</source>
        <translation>Đơn vị của quầy</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Cỡ thường</translation>
    </message>
    <message>
        <source>Habits of the office</source>
        <translation>Cách làm của đơn vị</translation>
    </message>
    <message>
        <source>Cash up for today</source>
        <translation>Chốt tiền trong ngày</translation>
    </message>
    <message>
        <source>Take in a table…</source>
        <translation>Nhập bảng…</translation>
    </message>
    <message>
        <source>Working calendar</source>
        <translation>Lịch làm việc</translation>
    </message>
</context>
<context>
    <name>MorePart</name>
    <message>
        <source>at the counter</source>
        <translation>tại quầy</translation>
    </message>
    <message>
        <source>by post</source>
        <translation>qua bưu chính</translation>
    </message>
    <message>
        <source>electronically</source>
        <translation>qua mạng</translation>
    </message>
    <message>
        <source>only if it is not the applicant; type, or scan the card here</source>
        <translation>nếu không phải chủ hồ sơ; gõ, hoặc quét thẻ ở đây</translation>
    </message>
    <message>
        <source>authorised person, wife, son</source>
        <translation>người được ủy quyền, vợ, con</translation>
    </message>
    <message>
        <source>Handed in by</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>as</source>
        <translation>Quan hệ</translation>
    </message>
    <message>
        <source>Result wanted</source>
        <translation>Cách nhận</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Số bộ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Space opens what most dossiers do without.</source>
        <translation>Phím cách mở các mục ít khi cần đến.</translation>
    </message>
    <message>
        <source>Who stands at the counter for the applicant: scan that card while you are in this field.</source>
        <translation>Người đứng ở quầy nộp thay chủ hồ sơ: quét thẻ của người đó khi con trỏ ở ô này.</translation>
    </message>
    <message>
        <source>What this person is to the applicant; it is printed on the receipt. An authorised person brings a certified authorisation, close kin need none in matters of civil status.</source>
        <translation>Người nộp là gì của chủ hồ sơ; được in trên giấy hẹn. Người được ủy quyền phải có văn bản ủy quyền được chứng thực; người thân thích thì không cần với việc hộ tịch.</translation>
    </message>
    <message>
        <source>How the citizen wants the result; the receipt says it.</source>
        <translation>Công dân muốn nhận kết quả bằng cách nào; giấy hẹn ghi điều này.</translation>
    </message>
    <message>
        <source>How many sets of the papers were handed in.</source>
        <translation>Đã nộp bao nhiêu bộ hồ sơ.</translation>
    </message>
    <message>
        <source>Anything else; it is printed on the receipt.</source>
        <translation>Điều cần ghi thêm; được in trên giấy hẹn.</translation>
    </message>
    <message>
        <source>Check the name against the card.</source>
        <translation>Đối chiếu họ tên với thẻ.</translation>
    </message>
    <message>
        <source>&amp;More: other person, online, by post, note</source>
        <translation>Thê&amp;m: nộp hộ, trực tuyến, bưu chính, ghi chú</translation>
    </message>
</context>
<context>
    <name>NameAndRoles</name>
    <message>
        <source>&amp;Full name</source>
        <translation>&amp;Họ tên</translation>
    </message>
    <message>
        <source>&amp;Roles</source>
        <translation>&amp;Vai trò</translation>
    </message>
</context>
<context>
    <name>NewPersonPage</name>
    <message>
        <source>A new person</source>
        <translation>Thêm cán bộ</translation>
    </message>
    <message>
        <source>What this person does bears the name, so it is the one on the identity card.</source>
        <translation>Họ tên được ghi vào mỗi việc người này làm, nên gõ đúng như trên CCCD.</translation>
    </message>
</context>
<context>
    <name>NewPinPage</name>
    <message>
        <source>A new PIN</source>
        <translation>Mã PIN mới</translation>
    </message>
    <message>
        <source>The old PIN lets nobody in any more. The person can take another one by themselves later.</source>
        <translation>Mã PIN cũ hết hiệu lực. Sau này người đó có thể tự đổi mã PIN khác.</translation>
    </message>
    <message>
        <source>A new PIN for {name}</source>
        <translation>Mã PIN mới cho {name}</translation>
    </message>
</context>
<context>
    <name>NotesGrid</name>
    <message>
        <source>Banknotes of {value} đồng</source>
        <translation>Số tờ {value} đồng</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Đóng thông báo</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>The office</source>
        <translation>Bộ phận một cửa</translation>
    </message>
    <message>
        <source>The commune or district is found by a few letters, with or without marks, or typed.</source>
        <translation>Xã hoặc huyện: gõ vài chữ có dấu hay không dấu để tìm, hoặc gõ đủ tên.</translation>
    </message>
    <message>
        <source>&amp;Commune</source>
        <translation>Đơn vị cấp &amp;xã</translation>
    </message>
    <message>
        <source>&amp;First header line</source>
        <translation>Tên &amp;cơ quan</translation>
    </message>
    <message>
        <source>&amp;Second header line</source>
        <translation>Tên &amp;bộ phận</translation>
    </message>
    <message>
        <source>Stands before the date on every form.</source>
        <translation>Đứng trước ngày tháng trên mọi biểu mẫu.</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>Địa &amp;danh</translation>
    </message>
</context>
<context>
    <name>OverridePart</name>
    <message>
        <source>why it is received all the same</source>
        <translation>vì sao vẫn nhận</translation>
    </message>
    <message>
        <source>a supervisor or the head</source>
        <translation>cán bộ giám sát hoặc thủ trưởng</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Save and print though it is out of force</source>
        <translation>Vẫn lưu và in</translation>
    </message>
    <message>
        <source>Do not receive it  Esc</source>
        <translation>Không nhận  Esc</translation>
    </message>
    <message>
        <source>Why a procedure that is out of force is received; it stays on record.</source>
        <translation>Vì sao vẫn nhận thủ tục hết hiệu lực; lý do được lưu lại.</translation>
    </message>
    <message>
        <source>Who agrees: a supervisor or the head, here at the counter.</source>
        <translation>Người đồng ý: cán bộ giám sát hoặc thủ trưởng, có mặt tại quầy.</translation>
    </message>
    <message>
        <source>They type their own PIN; Enter saves and prints.</source>
        <translation>Họ tự gõ mã PIN; Enter lưu và in.</translation>
    </message>
</context>
<context>
    <name>OwnPinScreen</name>
    <message>
        <source>Change my PIN</source>
        <translation>Đổi mã PIN của tôi</translation>
    </message>
    <message>
        <source>The new PIN counts from the next time you sign in.</source>
        <translation>Mã PIN mới dùng từ lần đăng nhập sau.</translation>
    </message>
    <message>
        <source>&amp;Old PIN</source>
        <translation>Mã PIN &amp;cũ</translation>
    </message>
    <message>
        <source>Change the PIN of {name}</source>
        <translation>Đổi mã PIN của {name}</translation>
    </message>
    <message>
        <source>Your PIN is changed.</source>
        <translation>Đã đổi mã PIN của bạn.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Continue  Enter</source>
        <translation>Tiếp tục  Enter</translation>
    </message>
    <message>
        <source>Back  Esc</source>
        <translation>Quay lại  Esc</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Bỏ qua</translation>
    </message>
    <message>
        <source>{step} of {of} · {title}</source>
        <translation>{step}/{of} · {title}</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Xin chờ…</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages as they are printed</source>
        <translation>Các trang như khi in</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>What shall be done? A few letters are enough.</source>
        <translation>Cần làm gì? Gõ vài chữ là đủ.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Tìm lệnh</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Lệnh tìm thấy</translation>
    </message>
</context>
<context>
    <name>PaperPrinting</name>
    <message>
        <source>Nothing was saved or printed here since the start.</source>
        <translation>Từ lúc mở chương trình, ở đây chưa lưu và chưa in gì.</translation>
    </message>
    <message>
        <source>Printed: {form}, {code}</source>
        <translation>Đã in: {form}, {code}</translation>
    </message>
    <message>
        <source>Printed: {code}</source>
        <translation>Đã in: {code}</translation>
    </message>
    <message>
        <source>The recovery sheet is printed. It belongs into the safe.</source>
        <translation>Đã in phiếu khôi phục. Cất phiếu vào két.</translation>
    </message>
    <message>
        <source>Printed: hand-over slip to {unit}, dossiers: {count}</source>
        <translation>Đã in phiếu bàn giao {count} hồ sơ cho {unit}</translation>
    </message>
</context>
<context>
    <name>PapersAskPart</name>
    <message>
        <source>Another paper: type its name, then Enter</source>
        <translation>Giấy tờ khác: gõ tên, rồi Enter</translation>
    </message>
    <message>
        <source>Another paper</source>
        <translation>Giấy tờ khác</translation>
    </message>
</context>
<context>
    <name>PapersPart</name>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Bản sao</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Papers of the dossier</source>
        <translation>Giấy tờ của hồ sơ</translation>
    </message>
    <message>
        <source>Another paper: type its name, then Enter</source>
        <translation>Giấy tờ khác: gõ tên, rồi Enter</translation>
    </message>
    <message>
        <source>Another paper</source>
        <translation>Giấy tờ khác</translation>
    </message>
    <message>
        <source>The catalogue names no papers for this procedure.</source>
        <translation>Danh mục không ghi giấy tờ cho thủ tục này.</translation>
    </message>
    <message>
        <source>A paper that the catalogue does not name: Enter adds it, Enter in the empty line goes on.</source>
        <translation>Giấy tờ không có trong danh mục: Enter để thêm, Enter ở dòng trống để đi tiếp.</translation>
    </message>
    <message>
        <source> (shown only)</source>
        <translation> (xuất trình)</translation>
    </message>
    <message>
        <source>Paper given before: take it over, or not</source>
        <translation>Giấy đã nộp trước: dùng lại, hoặc thôi</translation>
    </message>
    <message>
        <source>Paper looked up in a data base, or not</source>
        <translation>Giấy tra cứu từ CSDL, hoặc thôi</translation>
    </message>
    <message>
        <source>Take over all papers given before</source>
        <translation>Dùng lại mọi giấy đã nộp trước</translation>
    </message>
    <message>
        <source>Space unticks a paper that was not brought. A digit counts its originals; Right goes on to the copies and the note. D takes over a paper that was given before, A all of them, K says that it was looked up in a data base. Enter goes down, and from the last row on to the next field.</source>
        <translation>Phím cách bỏ chọn giấy không mang theo. Gõ số để ghi số bản chính; mũi tên phải sang bản sao và ghi chú. D dùng lại giấy đã nộp trước, A dùng lại tất cả, K ghi là đã tra cứu từ CSDL. Enter xuống dòng, ở dòng cuối thì sang ô tiếp theo.</translation>
    </message>
    <message>
        <source>reused from {code}</source>
        <translation>dùng lại từ {code}</translation>
    </message>
    <message>
        <source>looked up</source>
        <translation>tra cứu CSDL</translation>
    </message>
    <message>
        <source>given before with {code}, {day}: D takes it over</source>
        <translation>đã nộp ở {code}, {day}: gõ D để dùng lại</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nộp mới</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Duyệt…</translation>
    </message>
</context>
<context>
    <name>PeoplePart</name>
    <message>
        <source>The people of this office</source>
        <translation>Cán bộ của bộ phận một cửa</translation>
    </message>
    <message>
        <source>Who leaves is not deleted, but may not sign in any more: Enter, then untick.</source>
        <translation>Không xóa người đã nghỉ: bấm Enter rồi bỏ dấu chọn “Đang làm việc”, người đó sẽ không đăng nhập được nữa.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Thêm cán bộ</translation>
    </message>
    <message>
        <source>Change name and roles</source>
        <translation>Sửa họ tên, vai trò</translation>
    </message>
    <message>
        <source>Give a new PIN</source>
        <translation>Cấp mã PIN mới</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>State</source>
        <comment>whether somebody works here</comment>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Đã nghỉ</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>The first person</source>
        <translation>Người đầu tiên</translation>
    </message>
    <message>
        <source>This person signs in first. Events bear the name, so it is the one on the identity card.</source>
        <translation>Người này đăng nhập đầu tiên. Họ tên được ghi vào mỗi việc đã làm, nên gõ đúng như trên CCCD.</translation>
    </message>
</context>
<context>
    <name>PersonPart</name>
    <message>
        <source>12 digits, or scan the card</source>
        <translation>12 chữ số, hoặc quét thẻ</translation>
    </message>
    <message>
        <source>02091990 or 1990</source>
        <translation>02091990</translation>
    </message>
    <message>
        <source>ID &amp;number</source>
        <translation>&amp;Số CCCD</translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation>&amp;Họ tên</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>The 12 digits of the identity card, the 9 of an old one, or a passport. Scanning the card fills all fields; a number that was here before fills them too.</source>
        <translation>12 chữ số của CCCD, 9 chữ số của CMND cũ, hoặc số hộ chiếu. Quét thẻ thì mọi ô được điền; số đã từng nộp hồ sơ ở đây cũng vậy.</translation>
    </message>
    <message>
        <source>As it stands on the card, or the name of an organisation.</source>
        <translation>Đúng như trên thẻ, hoặc tên tổ chức.</translation>
    </message>
    <message>
        <source>Eight digits. The month and the year, or the year alone, where no more is known.</source>
        <translation>Tám chữ số. Chỉ biết tháng năm, hoặc chỉ biết năm, thì gõ chừng ấy.</translation>
    </message>
    <message>
        <source>Told by the number; the arrow keys change it.</source>
        <translation>Suy ra từ số CCCD; phím mũi tên để đổi.</translation>
    </message>
    <message>
        <source>Where the citizen can be reached. A number that looks wrong is kept too.</source>
        <translation>Số để liên hệ với công dân. Số trông không đúng vẫn được giữ.</translation>
    </message>
    <message>
        <source>A few letters of a village offer the addresses that were typed here before: Enter takes the marked one, Esc closes the list. Any other address may be typed.</source>
        <translation>Gõ vài chữ tên thôn thì hiện các địa chỉ đã từng ghi ở đây: Enter lấy dòng đang chọn, Esc đóng danh sách. Địa chỉ khác thì gõ bình thường.</translation>
    </message>
    <message>
        <source>The card did not give the name: type it.</source>
        <translation>Không đọc được họ tên trên thẻ: gõ tay.</translation>
    </message>
    <message>
        <source>Check the name against the card.</source>
        <translation>Đối chiếu họ tên với thẻ.</translation>
    </message>
    <message>
        <source>There is no such date: 02091990, 9/1990 or 1990.</source>
        <translation>Ngày không có thật. Ví dụ: 02091990, 9/1990 hoặc 1990.</translation>
    </message>
    <message>
        <source>This does not look like a phone number.</source>
        <translation>Số này không giống số điện thoại.</translation>
    </message>
    <message>
        <source>Not only digits: fine for a passport.</source>
        <translation>Không chỉ có chữ số: chỉ hộ chiếu mới như vậy.</translation>
    </message>
    <message>
        <source>An identity number has 12 digits, an old one 9.</source>
        <translation>Số CCCD có 12 chữ số, số CMND cũ có 9.</translation>
    </message>
    <message>
        <source>The first three digits are no known province.</source>
        <translation>Ba số đầu không phải mã tỉnh nào.</translation>
    </message>
    <message>
        <source>The birth year does not fit the number.</source>
        <translation>Năm sinh không khớp với số CCCD.</translation>
    </message>
    <message>
        <source>The sex does not fit the number.</source>
        <translation>Giới tính không khớp với số CCCD.</translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message>
        <source>Nothing matches</source>
        <translation>Không tìm thấy</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Take dossiers over</source>
        <translation>Nhập hồ sơ giấy</translation>
    </message>
    <message>
        <source>What is taken over cannot be deleted again, and stands in the log under your name.</source>
        <translation>Hồ sơ đã nhập thì không xóa lại được, và được ghi đứng tên bạn.</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>Mã &amp;PIN</translation>
    </message>
    <message>
        <source>Your own PIN, as when signing in.</source>
        <translation>Mã PIN của chính bạn, như khi đăng nhập.</translation>
    </message>
    <message>
        <source>Take over  Enter</source>
        <translation>Nhập hồ sơ  Enter</translation>
    </message>
    <message>
        <source>{name} takes over dossiers: {count}</source>
        <translation>{name} nhập {count} hồ sơ giấy</translation>
    </message>
</context>
<context>
    <name>PinTwice</name>
    <message>
        <source>At least 4 digits, known to this person only.</source>
        <translation>Ít nhất 4 chữ số, chỉ người này biết.</translation>
    </message>
    <message>
        <source>&amp;New PIN</source>
        <translation>Mã &amp;PIN mới</translation>
    </message>
    <message>
        <source>PIN &amp;again</source>
        <translation>Gõ &amp;lại mã PIN</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Enlarge the page</source>
        <translation>Phóng to trang</translation>
    </message>
    <message>
        <source>Reduce the page</source>
        <translation>Thu nhỏ trang</translation>
    </message>
    <message>
        <source>Fit the page to the width</source>
        <translation>Vừa chiều ngang</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page}/{count}</translation>
    </message>
    <message>
        <source>Page {page}; the first {count} are shown, print and file hold all of them</source>
        <translation>Trang {page}; chỉ xem {count} trang đầu, bản in và tệp có đủ</translation>
    </message>
</context>
<context>
    <name>PreviewPart</name>
    <message>
        <source>&amp;Rows of</source>
        <translation>Các &amp;dòng của</translation>
    </message>
    <message>
        <source>Table whose rows are shown</source>
        <translation>Bảng đang xem</translation>
    </message>
    <message>
        <source>A file may hold several tables; the first rows of one are shown.</source>
        <translation>Một tệp có thể có nhiều bảng; ở đây cho xem các dòng đầu của một bảng.</translation>
    </message>
    <message>
        <source>The first {count} rows</source>
        <translation>{count} dòng đầu</translation>
    </message>
    <message>
        <source>As the file has them, with the number of the row in the sheet.</source>
        <translation>Nguyên như trong tệp, kèm số dòng của trang tính.</translation>
    </message>
    <message>
        <source>Rows that are not taken</source>
        <translation>Các dòng không nhận</translation>
    </message>
    <message>
        <source>Where each stands and why; F7 saves this list for who made the file.</source>
        <translation>Dòng nào và vì sao; F7 lưu danh sách này để gửi người lập bảng.</translation>
    </message>
    <message>
        <source>How far it has come</source>
        <translation>Đã làm được bao nhiêu</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Nhập vào</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>Lưu các dòng không nhận</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>PreviewPresenter</name>
    <message>
        <source>The receipt as it is printed</source>
        <translation>Giấy hẹn như khi in</translation>
    </message>
</context>
<context>
    <name>PreviewScreen</name>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Preparing the pages…</source>
        <translation>Đang dựng trang…</translation>
    </message>
</context>
<context>
    <name>PrintersPage</name>
    <message>
        <source>The printers</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Print a test page of each kind, look at it and measure its ruler, then scan both of its codes back: what is printed must be readable again.</source>
        <translation>In thử từng loại trang, xem và đo thước trên đó, rồi quét lại cả hai mã: cái gì in ra thì phải quét lại được.</translation>
    </message>
    <message>
        <source>&amp;Test page of the receipts</source>
        <translation>In &amp;thử trang giấy hẹn</translation>
    </message>
    <message>
        <source>Test page on &amp;A4</source>
        <translation>In thử trang &amp;A4</translation>
    </message>
    <message>
        <source>Print &amp;receipts to</source>
        <translation>In &amp;giấy hẹn ra</translation>
    </message>
    <message>
        <source>Print &amp;other papers to</source>
        <translation>In giấy &amp;khác ra</translation>
    </message>
    <message>
        <source>S&amp;can</source>
        <translation>&amp;Quét</translation>
    </message>
    <message>
        <source>PDF file (no printer)</source>
        <translation>tệp PDF (không có máy in)</translation>
    </message>
    <message>
        <source>A5, two sheets</source>
        <translation>A5, hai tờ</translation>
    </message>
    <message>
        <source>A4, both copies on one sheet</source>
        <translation>A4, hai liên trên một tờ</translation>
    </message>
    <message>
        <source>A4, two sheets</source>
        <translation>A4, hai tờ</translation>
    </message>
    <message>
        <source>Paper of the receipts</source>
        <translation>Khổ giấy hẹn</translation>
    </message>
    <message>
        <source>Printer of the receipts</source>
        <translation>Máy in giấy hẹn</translation>
    </message>
    <message>
        <source>scan the codes of the test page here</source>
        <translation>quét các mã của trang in thử vào đây</translation>
    </message>
</context>
<context>
    <name>PrintersPresenter</name>
    <message>
        <source>Printing the test page…</source>
        <translation>Đang in trang in thử…</translation>
    </message>
    <message>
        <source>Sent to {printer}. Do the four things that the page asks for.</source>
        <translation>Đã gửi đến {printer}. Làm bốn việc ghi trên trang in thử.</translation>
    </message>
    <message>
        <source>The page lies as a PDF in the papers folder. Do the four things that it asks for.</source>
        <translation>Trang in thử nằm trong thư mục giấy tờ, dạng PDF. Làm bốn việc ghi trên trang.</translation>
    </message>
    <message>
        <source>The printer did not take the page ({reason}). Check it, or choose another one.</source>
        <translation>Máy in không nhận trang này ({reason}). Kiểm tra máy in, hoặc chọn máy in khác.</translation>
    </message>
    <message>
        <source>Bar code</source>
        <translation>Mã vạch</translation>
    </message>
    <message>
        <source>Square code</source>
        <translation>Mã vuông (QR)</translation>
    </message>
    <message>
        <source>{code}, {paper}: read back right.</source>
        <translation>{code}, {paper}: quét lại đúng.</translation>
    </message>
    <message>
        <source>{code}, {paper}: not scanned yet.</source>
        <translation>{code}, {paper}: chưa quét.</translation>
    </message>
    <message>
        <source>A5 sheet</source>
        <translation>tờ A5</translation>
    </message>
    <message>
        <source>A4 sheet</source>
        <translation>tờ A4</translation>
    </message>
    <message>
        <source>A4 sheet with both copies</source>
        <translation>tờ A4 hai liên</translation>
    </message>
</context>
<context>
    <name>ProcedurePart</name>
    <message>
        <source>A few letters, a code, or the digit of a favourite</source>
        <translation>Vài chữ, mã thủ tục, hoặc số 1–9 của thủ tục hay dùng</translation>
    </message>
    <message>
        <source>A few letters of the name, with or without marks, the code, or the digit of a favourite. Down shows the favourites, Enter takes the marked one, and its papers, fee and due time come with it.</source>
        <translation>Vài chữ của tên, có dấu hay không, mã thủ tục, hoặc số của thủ tục hay dùng. Mũi tên xuống hiện thủ tục hay dùng, Enter lấy dòng đang chọn; giấy tờ, phí và hẹn trả theo đó mà hiện.</translation>
    </message>
    <message>
        <source>P&amp;rocedure</source>
        <translation>&amp;Thủ tục</translation>
    </message>
    <message>
        <source>Each case brings papers of its own. Space ticks it, Enter goes to the next one.</source>
        <translation>Mỗi trường hợp cần thêm giấy tờ riêng. Phím cách để chọn, Enter sang trường hợp tiếp.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Trường hợp</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Hand over to…</source>
        <translation>Chuyển cho…</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Chuyển cho</translation>
    </message>
    <message>
        <source>a person of the office, or a unit</source>
        <translation>người trong cơ quan, hoặc đơn vị</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Cách chuyển</translation>
    </message>
    <message>
        <source>on paper to another unit, unless chosen otherwise</source>
        <translation>bản giấy khi gửi đơn vị khác, nếu không chọn khác</translation>
    </message>
    <message>
        <source>Due there</source>
        <translation>Hạn ở đó</translation>
    </message>
    <message>
        <source>dd/mm/yyyy, may be left out</source>
        <translation>dd/mm/yyyy, có thể để trống</translation>
    </message>
    <message>
        <source>Request a supplement</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>dd/mm/yyyy or a number of working days, may be left out</source>
        <translation>dd/mm/yyyy hoặc số ngày làm việc, có thể để trống</translation>
    </message>
    <message>
        <source>Request and print</source>
        <translation>Lưu và in phiếu yêu cầu</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>what else is missing, and why</source>
        <translation>còn thiếu gì, vì sao</translation>
    </message>
    <message>
        <source>Supplement received</source>
        <translation>Nhận bổ sung</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục giải quyết</translation>
    </message>
    <message>
        <source>Request a payment</source>
        <translation>Yêu cầu nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Request, and stop the clock</source>
        <translation>Lưu và tạm dừng thời hạn</translation>
    </message>
    <message>
        <source>what is to be paid</source>
        <translation>phải nộp khoản gì</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>if it is known</source>
        <translation>nếu đã biết</translation>
    </message>
    <message>
        <source>Suspend for verification</source>
        <translation>Tạm dừng để xác minh</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>Tạm dừng thời hạn</translation>
    </message>
    <message>
        <source>what is verified, and where</source>
        <translation>xác minh gì, ở đâu</translation>
    </message>
    <message>
        <source>Payment made</source>
        <translation>Đã nộp nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Apologise, new date</source>
        <translation>Xin lỗi và hẹn lại</translation>
    </message>
    <message>
        <source>Save and print the apology</source>
        <translation>Lưu và in phiếu xin lỗi</translation>
    </message>
    <message>
        <source>why the result is late, as the citizen will read it</source>
        <translation>vì sao trễ, ghi như người dân sẽ đọc</translation>
    </message>
    <message>
        <source>New date</source>
        <translation>Ngày hẹn lại</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Negative result</source>
        <translation>Không giải quyết</translation>
    </message>
    <message>
        <source>Record the negative result</source>
        <translation>Ghi kết quả không giải quyết</translation>
    </message>
    <message>
        <source>why it cannot be granted</source>
        <translation>vì sao không giải quyết được</translation>
    </message>
    <message>
        <source>Correct the result</source>
        <translation>Đính chính kết quả</translation>
    </message>
    <message>
        <source>Take the result back</source>
        <translation>Thu hồi để đính chính</translation>
    </message>
    <message>
        <source>what is wrong with it</source>
        <translation>sai ở chỗ nào</translation>
    </message>
    <message>
        <source>Refuse the dossier</source>
        <translation>Từ chối giải quyết</translation>
    </message>
    <message>
        <source>Refuse and print</source>
        <translation>Từ chối và in phiếu</translation>
    </message>
    <message>
        <source>as the citizen will read it</source>
        <translation>ghi như người dân sẽ đọc</translation>
    </message>
    <message>
        <source>Stop processing</source>
        <translation>Dừng giải quyết</translation>
    </message>
    <message>
        <source>Stop and print</source>
        <translation>Dừng và in thông báo</translation>
    </message>
    <message>
        <source>The applicant withdraws the dossier</source>
        <translation>Chủ hồ sơ rút hồ sơ</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút hồ sơ</translation>
    </message>
    <message>
        <source>may be left out</source>
        <translation>có thể để trống</translation>
    </message>
    <message>
        <source>Applicant was told</source>
        <translation>Đã báo người dân</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>Đánh dấu</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cách báo</translation>
    </message>
    <message>
        <source>called, message, may be left out</source>
        <translation>gọi điện, nhắn tin, có thể để trống</translation>
    </message>
    <message>
        <source>Collect the fee</source>
        <translation>Thu phí, lệ phí</translation>
    </message>
    <message>
        <source>Money was taken</source>
        <translation>Đã thu tiền</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Số biên lai</translation>
    </message>
    <message>
        <source>number of the official receipt, if one was written</source>
        <translation>số biên lai, nếu có ghi biên lai</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Ký hiệu</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Mẫu số</translation>
    </message>
    <message>
        <source>Pay the fee back</source>
        <translation>Hoàn phí, lệ phí</translation>
    </message>
    <message>
        <source>Money was given back</source>
        <translation>Đã hoàn tiền</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>Người đồng ý</translation>
    </message>
    <message>
        <source>a supervisor or the head</source>
        <translation>cán bộ giám sát hoặc thủ trưởng</translation>
    </message>
    <message>
        <source>Their PIN</source>
        <translation>Mã PIN của họ</translation>
    </message>
    <message>
        <source>Void a mistaken entry</source>
        <translation>Hủy hồ sơ nhập nhầm</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>what was entered by mistake</source>
        <translation>nhập nhầm gì</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại hồ sơ</translation>
    </message>
    <message>
        <source>why it is opened again</source>
        <translation>vì sao mở lại</translation>
    </message>
    <message>
        <source>At the latest</source>
        <translation>Chậm nhất</translation>
    </message>
    <message>
        <source>Send the result by post</source>
        <translation>Gửi kết quả qua bưu chính</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Số vận đơn</translation>
    </message>
    <message>
        <source>of the post, may be left out</source>
        <translation>của bưu chính, có thể bỏ trống</translation>
    </message>
</context>
<context>
    <name>RatingPart</name>
    <message>
        <source>How satisfied is the citizen?</source>
        <translation>Người dân hài lòng thế nào?</translation>
    </message>
    <message>
        <source>Save the rating</source>
        <translation>Lưu đánh giá</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>may be left out; type it before the score</source>
        <translation>có thể bỏ trống; gõ trước khi bấm điểm</translation>
    </message>
    <message>
        <source>One digit saves the rating. Esc, or the next scan, leaves it out.</source>
        <translation>Bấm một chữ số là lưu đánh giá. Esc hoặc lần quét tiếp theo là bỏ qua.</translation>
    </message>
    <message>
        <source>a digit from 1 to {best}</source>
        <translation>một chữ số từ 1 đến {best}</translation>
    </message>
    <message>
        <source>Type a digit from 1 to {best}; Esc leaves the rating out.</source>
        <translation>Bấm một chữ số từ 1 đến {best}; Esc để bỏ qua đánh giá.</translation>
    </message>
    <message>
        <source>☹ Dissatisfied</source>
        <translation>☹ Không hài lòng</translation>
    </message>
    <message>
        <source>😐 Satisfied</source>
        <translation>😐 Hài lòng</translation>
    </message>
    <message>
        <source>☺ Very satisfied</source>
        <translation>☺ Rất hài lòng</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>Rất không hài lòng</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>Không hài lòng</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Bình thường</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>Rất hài lòng</translation>
    </message>
</context>
<context>
    <name>RecoveryPresenter</name>
    <message>
        <source>The sheet is printed.</source>
        <translation>Đã in phiếu.</translation>
    </message>
    <message>
        <source>The printer did not take the sheet ({reason}). Check it and print again, or save the sheet.</source>
        <translation>Máy in không nhận phiếu ({reason}). Kiểm tra máy in rồi in lại, hoặc lưu phiếu.</translation>
    </message>
    <message>
        <source>Saved as {file}. Print it, put it away, and delete the file.</source>
        <translation>Đã lưu vào {file}. In ra, cất đi, rồi xóa tệp này.</translation>
    </message>
    <message>
        <source>The file could not be written: {file}. Choose another folder.</source>
        <translation>Không ghi được tệp {file}. Chọn thư mục khác.</translation>
    </message>
</context>
<context>
    <name>RefusalPart</name>
    <message>
        <source>what the citizen is told</source>
        <translation>lý do báo cho công dân</translation>
    </message>
    <message>
        <source>Why the dossier is not taken in. Enter puts the refusal on record, Esc goes back.</source>
        <translation>Vì sao không tiếp nhận hồ sơ. Enter ghi từ chối, Esc quay lại.</translation>
    </message>
    <message>
        <source>Reason of the refusal</source>
        <translation>Lý do từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>Record the refusal</source>
        <translation>Ghi từ chối</translation>
    </message>
    <message>
        <source>Take it in after all  Esc</source>
        <translation>Vẫn tiếp nhận  Esc</translation>
    </message>
    <message>
        <source>Also missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Print what is missing</source>
        <translation>In phiếu yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>beside the papers that are not ticked</source>
        <translation>ngoài những giấy tờ chưa đánh dấu</translation>
    </message>
</context>
<context>
    <name>RegisterPart</name>
    <message>
        <source>The register holds what was received from the first to the last day; both count.</source>
        <translation>Sổ gồm các hồ sơ nhận từ ngày đầu đến hết ngày cuối.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Only one field, found by some letters; left empty, the book is of all fields.</source>
        <translation>Chỉ một lĩnh vực, gõ vài chữ để tìm; để trống thì sổ gồm mọi lĩnh vực.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Quyển số</translation>
    </message>
    <message>
        <source>Only one volume, such as 01/2022; left empty, the book is of all volumes.</source>
        <translation>Chỉ một quyển, ví dụ 01/2022; để trống thì sổ gồm mọi quyển.</translation>
    </message>
    <message>
        <source>Draw the register</source>
        <translation>Lập sổ</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>dossiers: {count}</source>
        <translation>{count} hồ sơ</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>The backup is looked into first; nothing is written before it has been found whole.</source>
        <translation>Bản sao lưu được kiểm tra trước; thấy còn nguyên vẹn mới ghi dữ liệu.</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>Tệp sao lưu</translation>
    </message>
    <message>
        <source>Backup &amp;file</source>
        <translation>&amp;Tệp sao lưu</translation>
    </message>
    <message>
        <source>From the recovery sheet. May be left out on the computer that made the backup.</source>
        <translation>Lấy từ phiếu khôi phục. Trên chính máy đã sao lưu thì để trống cũng được.</translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation>&amp;Mã khôi phục</translation>
    </message>
    <message>
        <source>Restore  Enter</source>
        <translation>Khôi phục  Enter</translation>
    </message>
</context>
<context>
    <name>ResultReturnPresenter</name>
    <message>
        <source>Finish what you have begun here: F9 saves it, Esc twice drops it.</source>
        <translation>Làm cho xong việc đang mở: F9 để lưu, Esc hai lần để bỏ.</translation>
    </message>
    <message>
        <source>Check the name against the card.</source>
        <translation>Đối chiếu họ tên với thẻ.</translation>
    </message>
    <message>
        <source>This is the applicant&apos;s own card: Esc, then Enter returns to the applicant.</source>
        <translation>Đây là CCCD của chính chủ hồ sơ: bấm Esc, rồi Enter để trả cho chủ hồ sơ.</translation>
    </message>
</context>
<context>
    <name>RowActing</name>
    <message>
        <source>Nothing that is chosen waits to be accepted.</source>
        <translation>Trong các dòng đã chọn không có hồ sơ nào chờ nhận.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) accepted: you hold them now.</source>
        <translation>
            <numerusform>Đã nhận %n hồ sơ: bạn đang giữ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the row of the one who was told.</source>
        <translation>Chọn dòng của người đã được báo.</translation>
    </message>
    <message>
        <source>{name} was told before.</source>
        <translation>{name} đã được báo từ trước.</translation>
    </message>
    <message>
        <source>{name} was told.</source>
        <translation>Đã báo cho {name}.</translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message>
        <source>Accept the chosen ones</source>
        <translation>Nhận các hồ sơ đã chọn</translation>
    </message>
    <message>
        <source>Only what I hold</source>
        <translation>Chỉ việc của tôi</translation>
    </message>
    <message>
        <source>Applicant was told</source>
        <translation>Đã báo người dân</translation>
    </message>
    <message>
        <source>how (may be left out)</source>
        <translation>cách báo (nếu cần)</translation>
    </message>
    <message>
        <source>How the applicant was told</source>
        <translation>Đã báo cho người nộp bằng cách nào</translation>
    </message>
    <message>
        <source>Stands in the history of the dossier. Enter ticks off the row that is chosen.</source>
        <translation>Được ghi vào quá trình của hồ sơ. Enter đánh dấu đã báo cho dòng đang chọn.</translation>
    </message>
    <message>
        <source>All of my unit</source>
        <translation>Cả đơn vị</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>Save and print</source>
        <translation>Lưu và in</translation>
    </message>
    <message>
        <source>Return at once</source>
        <translation>Trả ngay</translation>
    </message>
    <message>
        <source>Save, do not print</source>
        <translation>Lưu, không in</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Papers are missing</source>
        <translation>Thiếu giấy tờ</translation>
    </message>
    <message>
        <source>Group: many dossiers from one submitter</source>
        <translation>Nhóm: nhiều hồ sơ của một người nộp</translation>
    </message>
    <message>
        <source>Receive though it is out of force</source>
        <translation>Vẫn nhận dù đã hết hiệu lực</translation>
    </message>
</context>
<context>
    <name>SaveRow</name>
    <message>
        <source>Browse…</source>
        <translation>Duyệt…</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Lưu vào đây</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Thư mục</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Folder for the file</source>
        <translation>Thư mục để lưu tệp</translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message>
        <source>The code arrived whole.</source>
        <translation>Mã đến nguyên vẹn.</translation>
    </message>
    <message>
        <source>A Vietnamese input method (UniKey…) or keyboard changed letters: {came}. Switch it to English while scanning: it would spoil the names on identity cards.</source>
        <translation>Bộ gõ tiếng Việt (UniKey…) hoặc bàn phím tiếng Việt đã đổi chữ: {came}. Chuyển sang chế độ tiếng Anh (E) khi quét, nếu không họ tên trên CCCD sẽ sai.</translation>
    </message>
    <message>
        <source>Capital and small letters are swapped: {came}. Turn Caps Lock off, on scanner and keyboard.</source>
        <translation>Chữ hoa và chữ thường bị đảo: {came}. Tắt Caps Lock ở máy quét và bàn phím.</translation>
    </message>
    <message>
        <source>Signs were changed: {came}. Set the scanner and the computer to the same keyboard, US English.</source>
        <translation>Có dấu bị đổi: {came}. Đặt máy quét và máy tính cùng một kiểu bàn phím, tiếng Anh (Mỹ).</translation>
    </message>
    <message>
        <source>Characters were lost: {came}. Set the scanner to a short pause after each character, then scan again.</source>
        <translation>Mất ký tự: {came}. Đặt máy quét nghỉ một chút sau mỗi ký tự rồi quét lại.</translation>
    </message>
    <message>
        <source>This is another code: {came}. Scan the one that is asked for.</source>
        <translation>Đây là mã khác: {came}. Quét đúng mã được yêu cầu.</translation>
    </message>
    <message>
        <source>{count} characters, at most {gap} ms apart: no hand types so fast.</source>
        <translation>{count} ký tự, cách nhau nhiều nhất {gap} ms: không tay nào gõ nhanh thế.</translation>
    </message>
    <message>
        <source>Up to {gap} ms passed between two characters, as when a hand types. Set the scanner to its fastest pace.</source>
        <translation>Giữa hai ký tự có lúc cách {gap} ms, chậm như tay gõ. Đặt máy quét ở tốc độ nhanh nhất.</translation>
    </message>
    <message>
        <source>After the code comes Enter.</source>
        <translation>Sau mã là phím Enter.</translation>
    </message>
    <message>
        <source>After the code comes Tab.</source>
        <translation>Sau mã là phím Tab.</translation>
    </message>
    <message>
        <source>After the code come two keys; the second is taken for nothing.</source>
        <translation>Sau mã là hai phím; phím thứ hai được bỏ qua.</translation>
    </message>
    <message>
        <source>Nothing comes after the code, so its end is not known. Set the scanner to send Enter after each code.</source>
        <translation>Sau mã không có gì, nên không biết mã đã hết. Đặt máy quét gửi phím Enter sau mỗi mã.</translation>
    </message>
    <message>
        <source>Before the code comes {prefix}: nothing of a scan shows in a field.</source>
        <translation>Trước mã là {prefix}: mã quét không lọt vào ô nào.</translation>
    </message>
</context>
<context>
    <name>ScannedCards</name>
    <message>
        <source>The card of {other} waits: {name} is not saved yet. F9 saves, Esc gives the card up.</source>
        <translation>Thẻ của {other} đang chờ: hồ sơ của {name} chưa lưu. F9 để lưu, Esc để bỏ thẻ.</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>The scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Scan one of the two codes. A scanner that reads no screen reads a code of the test page instead.</source>
        <translation>Quét một trong hai mã dưới đây. Máy quét không đọc được màn hình thì quét mã của trang in thử.</translation>
    </message>
    <message>
        <source>Bar code to scan</source>
        <translation>Mã vạch để quét</translation>
    </message>
    <message>
        <source>Square code to scan</source>
        <translation>Mã vuông để quét</translation>
    </message>
    <message>
        <source>scan here</source>
        <translation>quét vào đây</translation>
    </message>
    <message>
        <source>S&amp;can</source>
        <translation>&amp;Quét</translation>
    </message>
    <message>
        <source>The scan fell beside the line. It waits for it now: scan again.</source>
        <translation>Mã quét không rơi vào ô quét. Con trỏ đã ở đó: quét lại.</translation>
    </message>
</context>
<context>
    <name>SearchStrip</name>
    <message>
        <source>Scan a code, or type a name, dossier code or ID number…  F3</source>
        <translation>Quét mã, hoặc gõ tên / mã hồ sơ / số CCCD…  F3</translation>
    </message>
    <message>
        <source>Scan or search</source>
        <translation>Quét hoặc tìm</translation>
    </message>
    <message>
        <source>A scan is understood in any field. Here you type the last word of a name, the last four digits of a code, or an ID number: Enter goes to what was found.</source>
        <translation>Đang ở ô nào cũng quét được. Ở đây gõ tiếng cuối của họ tên, bốn số cuối của mã hồ sơ hoặc số CCCD: Enter đến hồ sơ tìm thấy.</translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>There is no such file. Type its path, or browse for it.</source>
        <translation>Không có tệp này. Gõ đường dẫn, hoặc bấm Duyệt để tìm.</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>People and roles</source>
        <translation>Cán bộ và vai trò</translation>
    </message>
    <message>
        <source>Unit of this counter</source>
        <translation>Đơn vị của quầy</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>Đổi mã PIN của tôi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>the usual folder</source>
        <translation>thư mục mặc định</translation>
    </message>
    <message>
        <source>Settings of this machine</source>
        <translation>Cài đặt của máy này</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>PDFs in</source>
        <translation>Lưu PDF vào</translation>
    </message>
    <message>
        <source>&amp;Printers</source>
        <translation>Máy &amp;in</translation>
    </message>
    <message>
        <source>&amp;Scanner</source>
        <translation>Máy &amp;quét</translation>
    </message>
    <message>
        <source>&amp;Backups in</source>
        <translation>&amp;Sao lưu vào</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Ngôn ngữ đổi ở lần mở tới.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>PDF file (no printer)</source>
        <translation>tệp PDF (không có máy in)</translation>
    </message>
    <message>
        <source>recognised up to {gap} ms a character</source>
        <translation>nhận mã có ký tự cách nhau tới {gap} ms</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>Đã lưu cài đặt.</translation>
    </message>
    <message>
        <source>Habits of the office</source>
        <translation>Cách làm của đơn vị</translation>
    </message>
    <message>
        <source>Take in a table…</source>
        <translation>Nhập bảng…</translation>
    </message>
    <message>
        <source>Working calendar</source>
        <translation>Lịch làm việc</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Save  Enter</source>
        <translation>Lưu  Enter</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>The recovery sheet</source>
        <translation>Phiếu khôi phục</translation>
    </message>
    <message>
        <source>The data on this computer is encrypted. Should the computer break, only this sheet opens the backups on another one. It belongs in a sealed envelope, in a safe or a locked cupboard.</source>
        <translation>Dữ liệu trên máy này được mã hóa. Khi máy hỏng, chỉ phiếu này mở được các bản sao lưu trên máy khác. Để phiếu trong phong bì niêm phong, cất trong két hoặc tủ có khóa.</translation>
    </message>
    <message>
        <source>&amp;Print the sheet</source>
        <translation>&amp;In phiếu</translation>
    </message>
    <message>
        <source>&amp;Make the sheet again</source>
        <translation>&amp;Lập lại phiếu</translation>
    </message>
    <message>
        <source>The sheet is on paper and &amp;has been put away</source>
        <translation>Phiếu đã in ra giấy và đã &amp;cất</translation>
    </message>
    <message>
        <source>Open the office  Enter</source>
        <translation>Bắt đầu làm việc  Enter</translation>
    </message>
</context>
<context>
    <name>SheetTelling</name>
    <message>
        <source>Check the printer, then press P to print again.</source>
        <translation>Kiểm tra máy in rồi bấm P để in lại.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Đã lưu vào {file}.</translation>
    </message>
    <message>
        <source>The file could not be written: {file}. Choose another folder.</source>
        <translation>Không ghi được tệp {file}. Chọn thư mục khác.</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Checking the PIN…</source>
        <translation>Đang kiểm tra mã PIN…</translation>
    </message>
    <message>
        <source>Digit, arrows or letters of the name choose. Enter goes on.</source>
        <translation>Chọn bằng số, phím mũi tên hoặc vài chữ của tên, rồi Enter.</translation>
    </message>
    <message>
        <source>&amp;Who is at the counter?</source>
        <translation>&amp;Ai đang ở quầy?</translation>
    </message>
    <message>
        <source>People of this office</source>
        <translation>Những người của bộ phận này</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>Mã &amp;PIN</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Your own PIN. It is never shown, and nobody else should know it.</source>
        <translation>Mã PIN của riêng từng người. Mã không hiện ra và không cho ai khác biết.</translation>
    </message>
</context>
<context>
    <name>SlipPart</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>The day on which the dossiers were handed over on paper.</source>
        <translation>Ngày bàn giao hồ sơ giấy.</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>To which unit: what is on no slip yet makes a new one; a slip that was printed can be printed again.</source>
        <translation>Giao cho cơ quan nào: hồ sơ chưa có trên phiếu nào thì vào phiếu mới; phiếu đã in thì in lại được.</translation>
    </message>
    <message>
        <source>Nothing was handed to another unit on paper on this day.</source>
        <translation>Ngày này không có hồ sơ giấy nào giao cho cơ quan khác.</translation>
    </message>
    <message>
        <source>Pick a slip: the arrow down shows all of them.</source>
        <translation>Chọn một phiếu: phím mũi tên xuống mở cả danh sách.</translation>
    </message>
    <message>
        <source>{unit}, dossiers: {count}</source>
        <translation>{unit}: {count} hồ sơ</translation>
    </message>
    <message>
        <source>{unit}, {time}, dossiers: {count}</source>
        <translation>{unit}, {time}: {count} hồ sơ</translation>
    </message>
    <message>
        <source>not printed yet</source>
        <translation>chưa in</translation>
    </message>
    <message>
        <source>printed {count} ×</source>
        <translation>đã in {count} lần</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>The two PINs differ. Type the same PIN again.</source>
        <translation>Hai mã PIN khác nhau. Gõ lại cho giống.</translation>
    </message>
    <message>
        <source>Type the name of the person.</source>
        <translation>Gõ họ tên.</translation>
    </message>
    <message>
        <source>Tick at least one role.</source>
        <translation>Chọn ít nhất một vai trò.</translation>
    </message>
</context>
<context>
    <name>StaffPresenter</name>
    <message>
        <source>{name} can sign in now.</source>
        <translation>Đã thêm {name}; người này đăng nhập được ngay.</translation>
    </message>
    <message>
        <source>{name} is changed.</source>
        <translation>Đã lưu thay đổi của {name}.</translation>
    </message>
    <message>
        <source>{name} has a new PIN.</source>
        <translation>Đã cấp mã PIN mới cho {name}.</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Due today</source>
        <comment>on a chip</comment>
        <translation>Đến hạn</translation>
    </message>
    <message>
        <source>To be handed over</source>
        <translation>Chờ chuyển</translation>
    </message>
    <message>
        <source>To be accepted</source>
        <translation>Chờ nhận</translation>
    </message>
    <message>
        <source>To be processed</source>
        <translation>Xử lý</translation>
    </message>
    <message>
        <source>Supplement awaited</source>
        <translation>Chờ bổ sung</translation>
    </message>
    <message>
        <source>Payment awaited</source>
        <translation>Chờ nộp tiền</translation>
    </message>
    <message>
        <source>Verification awaited</source>
        <translation>Chờ xác minh</translation>
    </message>
    <message>
        <source>To be returned</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Đã báo</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Chưa báo</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>finished</source>
        <translation>đã kết thúc</translation>
    </message>
    <message>
        <source>, until {when}</source>
        <translation>, hạn {when}</translation>
    </message>
    <message>
        <source>, on paper</source>
        <translation>, bản giấy</translation>
    </message>
    <message>
        <source>to be served at once by: {who}</source>
        <translation>chờ {who} trả ngay</translation>
    </message>
    <message>
        <source>to be handed over by: {who}</source>
        <translation>chờ {who} chuyển xử lý</translation>
    </message>
    <message>
        <source>to be accepted by: {who}</source>
        <translation>chờ {who} nhận bàn giao</translation>
    </message>
    <message>
        <source>to be returned by: {who}</source>
        <translation>chờ {who} trả kết quả</translation>
    </message>
    <message>
        <source>supplement awaited by: {who}</source>
        <translation>{who} đang chờ bổ sung</translation>
    </message>
    <message>
        <source>payment awaited by: {who}</source>
        <translation>{who} đang chờ nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>verification awaited by: {who}</source>
        <translation>{who} đang chờ xác minh</translation>
    </message>
    <message>
        <source>result expected from: {who}</source>
        <translation>chờ kết quả của {who}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Receipts not yet printed</source>
        <translation>Giấy hẹn chưa in</translation>
    </message>
    <message>
        <source>State of the counter</source>
        <translation>Tình trạng của quầy</translation>
    </message>
    <message>
        <source>Counter {slot}</source>
        <translation>Quầy {slot}</translation>
    </message>
    <message>
        <source>Printer: {name}</source>
        <translation>Máy in: {name}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Chưa sao lưu</translation>
    </message>
    <message>
        <source>Backup {when}</source>
        <translation>Sao lưu {when}</translation>
    </message>
    <message>
        <source>Not printed: {count}</source>
        <translation>Chưa in: {count}</translation>
    </message>
</context>
<context>
    <name>TableImport</name>
    <message>
        <source>{table}: rows: {rows}, columns: {columns}</source>
        <translation>{table}: {rows} dòng, {columns} cột</translation>
    </message>
    <message>
        <source>{table} lacks the columns {columns}. Add them with exactly these names.</source>
        <translation>{table} thiếu cột {columns}. Thêm các cột này, giữ đúng tên.</translation>
    </message>
    <message>
        <source>{table}: nobody reads the columns {columns}.</source>
        <translation>{table}: chương trình không đọc cột {columns}.</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {unchanged} unchanged, {gone} left out, {refused} refused.</source>
        <translation>{new} mới, {changed} sửa, {unchanged} giữ nguyên, {gone} bỏ, {refused} dòng không nhận.</translation>
    </message>
    <message>
        <source>Nothing can be taken in before the refused rows are mended in the file.</source>
        <translation>Phải sửa các dòng không nhận trong tệp rồi mới nhập được.</translation>
    </message>
    <message>
        <source>Nothing in this file is new.</source>
        <translation>Tệp này không có gì mới.</translation>
    </message>
    <message>
        <source>The refused rows are left out and stay in the file; the others come in together.</source>
        <translation>Các dòng không nhận được để lại trong tệp; các dòng còn lại vào cùng một lần.</translation>
    </message>
    <message>
        <source>F9 takes all of it in together, or nothing.</source>
        <translation>F9 nhập tất cả cùng một lần, hoặc không nhập gì.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Nội dung ô</translation>
    </message>
    <message>
        <source>{sheet}, row {row}: {column} – {reason}</source>
        <translation>{sheet}, dòng {row}: {column} – {reason}</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
</context>
<context>
    <name>TableImportPresenter</name>
    <message>
        <source>Name the file, or look for it.</source>
        <translation>Gõ đường dẫn hoặc tìm tệp.</translation>
    </message>
    <message>
        <source>{what} from {file}</source>
        <translation>Nhập {what} từ tệp {file}</translation>
    </message>
    <message>
        <source>Dossiers taken over: {count}.</source>
        <translation>Đã nhập {count} hồ sơ giấy.</translation>
    </message>
    <message>
        <source>Taken in: {what}, version {version}.</source>
        <translation>Đã nhập {what}, phiên bản {version}.</translation>
    </message>
    <message>
        <source>{name} - refused rows.csv</source>
        <translation>{name} - dòng không nhận.csv</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Đã lưu vào {file}.</translation>
    </message>
    <message>
        <source>The file could not be written: {file}. Choose another folder.</source>
        <translation>Không ghi được tệp {file}. Chọn thư mục khác.</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Take n&amp;ow</source>
        <translation>Th&amp;u ngay</translation>
    </message>
    <message>
        <source>Take the fee now</source>
        <translation>Thu tiền ngay</translation>
    </message>
    <message>
        <source>number, if one was written</source>
        <translation>số biên lai, nếu đã viết</translation>
    </message>
    <message>
        <source>Ticked, the money is taken with the intake; else the return asks for it.</source>
        <translation>Đánh dấu thì thu tiền cùng lúc tiếp nhận; không thì thu khi trả kết quả.</translation>
    </message>
    <message>
        <source>The number on the receipt that you wrote; the program makes up none. May be left out.</source>
        <translation>Số trên biên lai đã viết; chương trình không tự đặt số. Có thể bỏ trống.</translation>
    </message>
</context>
<context>
    <name>TermsPart</name>
    <message>
        <source>Copies</source>
        <comment>how many are made</comment>
        <translation>Số bản</translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation>Số t&amp;rang</translation>
    </message>
    <message>
        <source>Pages of the original</source>
        <translation>Số trang của bản chính</translation>
    </message>
    <message>
        <source>reason, if nothing is paid</source>
        <translation>lý do, nếu không thu</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>Miễn</translation>
    </message>
    <message>
        <source>F&amp;ee</source>
        <translation>&amp;Phí, lệ phí</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Pages of the original: the fee of certified copies is counted by them.</source>
        <translation>Số trang của bản chính: phí chứng thực bản sao tính theo số này.</translation>
    </message>
    <message>
        <source>How many are made; the fee is for each.</source>
        <translation>Số bản cần làm; phí tính cho từng bản.</translation>
    </message>
    <message>
        <source>What the catalogue asks for. An amount typed here is charged instead; emptied, the rule counts.</source>
        <translation>Mức thu theo danh mục. Gõ số khác thì thu theo số đó; xóa đi thì lại theo danh mục.</translation>
    </message>
    <message>
        <source>Why nothing is paid. With a reason here the fee is 0.</source>
        <translation>Vì sao không thu. Có lý do ở đây thì phí là 0.</translation>
    </message>
    <message>
        <source>type the amount</source>
        <translation>gõ số tiền</translation>
    </message>
    <message>
        <source>Type an amount in dong, such as 12.000.</source>
        <translation>Gõ số tiền bằng đồng, ví dụ 12.000.</translation>
    </message>
    <message>
        <source>Official receipt</source>
        <translation>Biên lai</translation>
    </message>
</context>
<context>
    <name>UnitFields</name>
    <message>
        <source>Confirmed by the agency; left empty: not confirmed</source>
        <translation>Cơ quan đã xác nhận mã (bỏ trống: chưa xác nhận)</translation>
    </message>
    <message>
        <source>Left empty: a counter of the office itself.</source>
        <translation>Để trống: quầy của chính cơ quan.</translation>
    </message>
    <message>
        <source>&amp;Unit of the counter</source>
        <translation>Quầy của đơn &amp;vị</translation>
    </message>
    <message>
        <source>From the decision that gave the agency its code.</source>
        <translation>Lấy từ quyết định cấp mã cho cơ quan.</translation>
    </message>
    <message>
        <source>&amp;Agency code</source>
        <translation>&amp;Mã cơ quan</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Bắt đầu sử dụng</translation>
    </message>
    <message>
        <source>There is no data on this computer yet. How shall it begin?</source>
        <translation>Máy này chưa có dữ liệu. Bắt đầu bằng cách nào?</translation>
    </message>
    <message>
        <source>Try the demo office</source>
        <translation>Dùng thử bộ phận một cửa mẫu</translation>
    </message>
    <message>
        <source>Set up an office</source>
        <translation>Thiết lập bộ phận một cửa</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
</context>
<context>
    <name>_Commands</name>
    <message>
        <source>not possible now</source>
        <translation>lúc này chưa làm được</translation>
    </message>
</context>
<context>
    <name>_Figures</name>
    <message>
        <source>received</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>đã trả</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>quá hạn</translation>
    </message>
    <message>
        <source>fees (đồng)</source>
        <translation>phí, lệ phí (đồng)</translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>Matches</source>
        <translation>Các mục khớp</translation>
    </message>
</context>
</TS>

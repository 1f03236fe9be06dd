#include "grammars/base/error.hpp"
#include "grammars/formats/xml_reader.hpp"
#include "grammars/workbooks/ods_sheet.hpp"
#include "grammars/workbooks/ods_text_formats.hpp"
#include "grammars/workbooks/office_package.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

namespace {

class OdsWorkbook final : public Workbook {
 public:
    explicit OdsWorkbook(std::unique_ptr<ByteSource> source) : package_(std::move(source)) {
        if (package_.has("META-INF/manifest.xml")) refuse_password();
        sheets_ = list_ods_sheets(*package_.open("content.xml"));
        read_formats();
        if (sheets_.empty()) {
            throw Error{ErrorKind::input, package_.name() + ": 表のない文書です（シートがありません）。",
                        package_.name() + ": this document has no tables (no sheets)"};
        }
    }

    const std::string& name() const override { return package_.name(); }
    const std::vector<SheetInfo>& sheets() const override { return sheets_; }
    std::unique_ptr<SheetRows> rows(std::size_t sheet) const override {
        return read_ods_sheet(package_.open("content.xml"), sheet, formats_);
    }
    std::vector<MergedCells> merged_cells(std::size_t sheet) const override {
        return merged_cells_of_ods(package_.open("content.xml"), sheet);
    }

 private:
    void read_formats() {
        if (!package_.has("styles.xml")) return;
        const auto styles = package_.open("styles.xml");
        XmlReader xml(*styles);
        for (XmlEvent event = xml.next_tag(); event != XmlEvent::finished; event = xml.next_tag()) {
            if (event == XmlEvent::start) formats_.take(xml);
        }
    }

    void refuse_password() const {
        const auto manifest = package_.open("META-INF/manifest.xml");
        XmlReader xml(*manifest);
        for (XmlEvent event = xml.next_tag(); event != XmlEvent::finished; event = xml.next_tag()) {
            if (event != XmlEvent::start || xml.name() != "encryption-data") continue;
            throw Error{
                ErrorKind::input,
                package_.name() + ": パスワードが掛かっています。パスワードを外して保存し直してください。",
                package_.name() + ": it is protected by a password; take it away and save it again"};
        }
    }

    OfficePackage package_;
    std::vector<SheetInfo> sheets_;
    OdsTextFormats formats_;  // those that all sheets share
};

}  // namespace

std::unique_ptr<Workbook> open_ods_workbook(std::unique_ptr<ByteSource> source) {
    return std::make_unique<OdsWorkbook>(std::move(source));
}

}  // namespace daicho

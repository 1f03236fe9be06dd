#include <map>
#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/workbooks/biff_records.hpp"
#include "grammars/workbooks/biff_sheet.hpp"
#include "grammars/workbooks/compound_file.hpp"
#include "grammars/workbooks/little_endian.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

namespace {

constexpr std::uint32_t version_of_97 = 0x0600;

class BiffWorkbook final : public Workbook {
 public:
    explicit BiffWorkbook(ByteSource& source) : name_(source.name()) {
        SpooledSource spool(source);
        auto* seekable = dynamic_cast<SeekableSource*>(&source);
        CompoundFile file(seekable != nullptr && seekable->rewindable() ? *seekable : spool);
        if (file.has("EncryptedPackage")) refuse_password();
        auto stream = file.stream("Workbook");
        if (!stream) stream = file.stream("Book");
        if (!stream) {
            throw Error{ErrorKind::input,
                        name_ + ": Excel ブックではありません（ほかの Office の文書です）。",
                        name_ + ": this is no Excel workbook, but another document of an office program"};
        }
        stream_ = std::move(*stream);
        read_globals();
    }

    const std::string& name() const override { return name_; }
    const std::vector<SheetInfo>& sheets() const override { return sheets_; }
    std::unique_ptr<SheetRows> rows(std::size_t sheet) const override {
        return read_biff_sheet(stream_, places_[sheet], {strings_, formats_, dates_},
                               name_ + "!" + sheets_[sheet].name);
    }
    std::vector<MergedCells> merged_cells(std::size_t sheet) const override {
        return merged_cells_of_biff(stream_, places_[sheet]);
    }

 private:
    [[noreturn]] void refuse_password() const {
        throw Error{
            ErrorKind::input,
            name_ + ": パスワードが掛かっています。Excel で開き、パスワードを外して保存し直してください。",
            name_ +
                ": it is protected by a password; open it in Excel, take the password away and save it "
                "again"};
    }

    void read_globals();
    void read_sheet(BiffRecords& records);
    void read_strings(BiffRecords& records);

    std::string name_;
    std::string stream_;
    std::vector<SheetInfo> sheets_;
    std::vector<std::size_t> places_;  ///< where the sheets begin in the stream
    SharedStrings strings_;
    std::vector<NumberFormat> formats_;
    DateSystem dates_ = DateSystem::from_1900;
};

void BiffWorkbook::read_globals() {
    std::map<std::uint32_t, NumberFormat> own;
    std::vector<std::uint32_t> styles;
    BiffRecords records(stream_);
    const bool begins = records.next() && records.id() == biff::begin;
    if (!begins || u16_at(records.data(), 0) != version_of_97) {
        throw Error{
            ErrorKind::input,
            name_ + ": Excel 95 以前のブックは読めません。Excel で開き、xlsx で保存し直してください。",
            name_ + ": workbooks of Excel 95 and before are not read; open it in Excel and save it as xlsx"};
    }
    while (records.next() && records.id() != biff::end) {
        const std::string_view data = records.data();
        switch (records.id()) {
            case biff::file_pass:
                refuse_password();
            case biff::date_mode:
                if (u16_at(data, 0) == 1) dates_ = DateSystem::from_1904;
                break;
            case biff::bound_sheet:
                read_sheet(records);
                break;
            case biff::strings:
                read_strings(records);
                break;
            case biff::number_format: {
                const std::uint32_t id = u16_at(data, 0);
                std::string code;
                BiffText(records, 2).append(code);
                own.insert_or_assign(id, NumberFormat(code));
                break;
            }
            case biff::cell_format:
                styles.push_back(u16_at(data, 2));
                break;
            default:
                break;
        }
    }
    for (const std::uint32_t id : styles) {
        const auto known = own.find(id);
        formats_.push_back(known != own.end() ? known->second : NumberFormat::built_in(id));
    }
    if (sheets_.empty()) {
        throw Error{ErrorKind::input,
                    name_ + ": ブックが壊れています（シートがありません）。もう一度入手してください。",
                    name_ + ": this workbook is damaged (it has no sheets); get the file again"};
    }
}

void BiffWorkbook::read_sheet(BiffRecords& records) {
    const std::string_view data = records.data();
    const std::size_t place = u32_at(data, 0);
    const bool hidden = (number_at(data, 4, 1) & 3) != 0, worksheet = number_at(data, 5, 1) == 0;
    if (!worksheet) return;  // charts, macros
    SheetInfo& sheet = sheets_.emplace_back();
    BiffText(records, 6).append(sheet.name, 1);
    sheet.hidden = hidden;
    places_.push_back(place);
}

void BiffWorkbook::read_strings(BiffRecords& records) {
    BiffText text(records, 4);
    const std::uint32_t count = text.number(4);
    std::string one;
    for (std::uint32_t i = 0; i < count && !text.ended(); ++i) {
        one.clear();
        text.append(one);
        strings_.add(one);
    }
}

}  // namespace

std::unique_ptr<Workbook> open_biff_workbook(std::unique_ptr<ByteSource> source) {
    return std::make_unique<BiffWorkbook>(*source);
}

}  // namespace daicho

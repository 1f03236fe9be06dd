#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "grammars/base/buffer.hpp"
#include "grammars/base/error.hpp"
#include "grammars/formats/xml_reader.hpp"
#include "grammars/workbooks/office_package.hpp"
#include "grammars/workbooks/ooxml_sheet.hpp"
#include "grammars/workbooks/shared_strings.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

namespace {

std::optional<std::string> target_of(const Relationships& relationships, std::string_view kind) {
    const auto found =
        std::ranges::find_if(relationships, [&](const auto& one) { return one.second.kind == kind; });
    return found == relationships.end() ? std::nullopt : std::optional(found->second.target);
}

constexpr std::size_t most_held = std::size_t{48} << 20;

/// The bytes of a source that should have `expected`; null where there are more.
std::shared_ptr<const Buffer<char>> read_all(ByteSource& source, std::size_t expected) {
    auto bytes = std::make_shared<Buffer<char>>();
    bytes->resize(expected + 1);
    std::size_t size = 0;
    for (std::size_t got = 1; got != 0 && size < bytes->size(); size += got)
        got = source.read(bytes->data() + size, bytes->size() - size);
    if (size > expected) return nullptr;
    bytes->resize(size);
    return bytes;
}

/// Bytes that others hold too, from the byte `begin` on.
class HeldSource final : public ByteSource {
 public:
    HeldSource(std::shared_ptr<const Buffer<char>> bytes, std::size_t begin, std::string name)
        : held_(std::move(bytes)),
          bytes_(held_->data() + begin, held_->size() - begin),
          name_(std::move(name)) {}

    std::size_t read(char* to, std::size_t size) override {
        const std::size_t got = bytes_.substr(at_).copy(to, size);
        at_ += got;
        return got;
    }
    bool rewindable() const override { return true; }
    void rewind() override { at_ = 0; }
    const std::string& name() const override { return name_; }

 private:
    std::shared_ptr<const Buffer<char>> held_;
    std::string_view bytes_;
    std::string name_;
    std::size_t at_ = 0;
};

class OoxmlWorkbook final : public Workbook {
 public:
    explicit OoxmlWorkbook(std::unique_ptr<ByteSource> source) : package_(std::move(source)) {
        const auto main = target_of(package_.relationships(""), "officeDocument");
        if (!main) refuse();
        const Relationships parts = package_.relationships(*main);
        read_sheets(*main, parts);
        if (const auto styles = target_of(parts, "styles"); styles && package_.has(*styles))
            styles_ = read_cell_styles(*package_.open(*styles));
        strings_part_ = target_of(parts, "sharedStrings");
    }

    const std::string& name() const override { return package_.name(); }
    const std::vector<SheetInfo>& sheets() const override { return sheets_; }

    std::unique_ptr<SheetRows> rows(std::size_t sheet) const override {
        if (strings_part_ && package_.has(*strings_part_)) {
            strings_ = SharedStrings(*package_.open(*strings_part_));
            strings_part_.reset();
        }
        return read_ooxml_sheet(open_part(sheet), {strings_, styles_.formats, dates_, &styles_.looks});
    }
    std::vector<MergedCells> merged_cells(std::size_t sheet) const override {
        return merged_cells_of(*open_part(sheet, Part::behind_rows));
    }
    SheetExtras extras(std::size_t sheet) const override {
        SheetExtras extras;
        for (const auto& [id, part] : package_.relationships(sheet_parts_[sheet])) {
            if (!package_.has(part.target)) continue;
            if (part.kind == "comments") {
                auto comments = read_comments(*package_.open(part.target));
                extras.comments.insert(extras.comments.end(), comments.begin(), comments.end());
            } else if (part.kind == "drawing") {
                extras.objects += count_objects(*package_.open(part.target));
            }
        }
        return extras;
    }
    bool tells_traits() const override { return true; }

 private:
    [[noreturn]] void refuse() const {
        throw Error{ErrorKind::input,
                    package_.name() + ": Excel ブックではありません（シートがありません）。",
                    package_.name() + ": this is no Excel workbook (it has no sheets)"};
    }

    enum class Part : std::uint8_t { all, behind_rows };

    /// A sheet is unpacked once for all that read it, where it is not large.
    std::unique_ptr<ByteSource> open_part(std::size_t sheet, Part wanted = Part::all) const {
        const std::string& part = sheet_parts_[sheet];
        if (held_sheet_ != sheet) {
            const std::uint64_t size = package_.size(part);
            held_ = size <= most_held ? read_all(*package_.open(part), size) : nullptr;
            held_sheet_ = sheet;
        }
        if (!held_) return package_.open(part);
        const std::string_view bytes(held_->data(), held_->size());
        const std::size_t end_of_rows = wanted == Part::all ? 0 : bytes.rfind("</sheetData");
        return std::make_unique<HeldSource>(held_, end_of_rows == bytes.npos ? 0 : end_of_rows,
                                            package_.name() + "!" + part);
    }

    void read_sheets(const std::string& main, const Relationships& parts) {
        const auto source = package_.open(main);
        XmlReader xml(*source);
        for (XmlEvent event = xml.next_tag(); event != XmlEvent::finished; event = xml.next_tag()) {
            if (event != XmlEvent::start) continue;
            if (xml.name() == "workbookPr") {
                const auto since_1904 = xml.attribute("date1904");
                if (since_1904 == "1" || since_1904 == "true") dates_ = DateSystem::from_1904;
            } else if (xml.name() == "sheet") {
                read_sheet(xml, parts);
            }
        }
        if (sheets_.empty()) refuse();
    }

    void read_sheet(const XmlReader& xml, const Relationships& parts) {
        std::string_view id;
        for (const XmlReader::Attribute& attribute : xml.attributes()) {
            if (attribute.name == "id" && !attribute.uri.empty()) id = attribute.value;
        }
        const auto part = parts.find(id);
        if (part == parts.end() || part->second.kind != "worksheet") return;  // a sheet of charts
        const std::string_view state = xml.attribute("state").value_or("visible");
        sheets_.push_back({std::string(xml.attribute("name").value_or("")), state != "visible"});
        sheet_parts_.push_back(part->second.target);
    }

    OfficePackage package_;
    std::vector<SheetInfo> sheets_;
    std::vector<std::string> sheet_parts_;
    CellStyles styles_;
    DateSystem dates_ = DateSystem::from_1900;
    mutable std::optional<std::string> strings_part_;  ///< nothing once it was read
    mutable SharedStrings strings_;
    mutable std::optional<std::size_t> held_sheet_;
    mutable std::shared_ptr<const Buffer<char>> held_;  ///< null where that sheet is large
};

}  // namespace

std::unique_ptr<Workbook> open_ooxml_workbook(std::unique_ptr<ByteSource> source) {
    return std::make_unique<OoxmlWorkbook>(std::move(source));
}

}  // namespace daicho

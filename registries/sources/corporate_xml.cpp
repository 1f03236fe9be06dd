#include "registries/sources/corporate_xml.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/xml_root.hpp"

namespace daicho {

namespace {

constexpr std::size_t batch_bytes = 256 * 1024;
constexpr std::string_view root = "corporations", record = "corporation";

enum Head : std::size_t { last_update_date, count, divide_number, divide_size };
constexpr std::string_view head_names[] = {"lastUpdateDate", "count", "divideNumber", "divideSize"};

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

CorporateXmlStream::CorporateXmlStream(std::unique_ptr<ByteSource> file, std::vector<std::string> items)
    : file_(std::move(file)),
      items_(std::move(items)),
      reader_(*file_),
      cells_(items_.size()),
      given_(items_.size()) {
    if (reader_.next_tag() != XmlEvent::start || reader_.name() != root) {
        refuse("法人番号の XML（" + std::string(root) + "）ではありません",
               "this is not XML of corporate numbers (" + std::string(root) + ")");
    }
}

void CorporateXmlStream::refuse(const std::string& ja, const std::string& en) const {
    const std::string place = file_->name() + ":" + std::to_string(reader_.line()) + ": ";
    throw Error{ErrorKind::input, place + ja, place + en};
}

bool CorporateXmlStream::next(Batch& batch) {
    BatchBuilder builder(batch);
    builder.begin(records_ + 1);
    const std::uint64_t before = records_;
    while (!finished_ && batch.parts().text.size() < batch_bytes) {
        if (reader_.next_tag() != XmlEvent::start) {
            finish();
            break;
        }
        const std::uint64_t line = reader_.line();
        if (reader_.name() != record) {
            read_head();
            continue;
        }
        read_record();
        ++records_;
        builder.record(line);
        for (const std::string& cell : cells_) builder.cell(cell);
    }
    builder.end();
    return records_ > before;
}

void CorporateXmlStream::read_head() {
    const auto name = std::ranges::find(head_names, reader_.name());
    if (name == std::end(head_names)) {
        const std::string unknown(reader_.name());
        refuse("知らない要素 <" + unknown + "> があります。新しい形式かもしれません",
               "the element <" + unknown + "> is not known; perhaps the form of the file is a new one");
    }
    head_[static_cast<std::size_t>(name - head_names)] = reader_.read_text();
}

void CorporateXmlStream::read_record() {
    for (std::string& cell : cells_) cell.clear();
    given_.assign(given_.size(), false);
    std::size_t expected = 0;  // children come in the order of the items
    while (reader_.next_tag() == XmlEvent::start) {
        std::size_t item = expected;
        if (item >= items_.size() || items_[item] != reader_.name()) {
            item = static_cast<std::size_t>(std::ranges::find(items_, reader_.name()) - items_.begin());
        }
        const std::string name(reader_.name());
        if (item == items_.size()) {
            refuse("知らない項目 <" + name + "> があります。新しい形式かもしれません",
                   "the item <" + name + "> is not known; perhaps the form of the file is a new one");
        }
        if (given_[item]) {
            refuse("項目 <" + name + "> が一つの法人に二度あります",
                   "the item <" + name + "> occurs twice in one record");
        }
        given_[item] = true;
        cells_[item] = reader_.read_text();
        expected = item + 1;
    }
}

void CorporateXmlStream::finish() {
    reader_.next();  // the end of the document, or the word that there is more
    finished_ = true;
    const auto said = number_in(head_[count]);
    const bool divided = number_in(head_[divide_size]).value_or(1) > 1;
    if (!said || (divided ? records_ <= *said : records_ == *said)) return;
    refuse("count は " + head_[count] + " 件ですが、" + std::to_string(records_) +
               " 件あります。取得し直してください",
           "count says " + head_[count] + " records, but there are " + std::to_string(records_) +
               "; get the file anew");
}

bool is_corporate_xml(std::string_view head) {
    const auto found = xml_root(head);
    return found && found->name == root && found->uri.empty();
}

}  // namespace daicho

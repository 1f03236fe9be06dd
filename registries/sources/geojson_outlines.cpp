#include "registries/sources/geojson_outlines.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "grammars/base/short_decimal.hpp"
#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/json_reader.hpp"
#include "grammars/formats/json_records.hpp"

namespace daicho {

namespace {

constexpr std::size_t batch_records = 1000, batch_bytes = std::size_t{4} << 20;
constexpr std::size_t longest_outline = std::size_t{64} << 20;
constexpr int decimals = 7;

std::string shortened(std::string_view number) {
    double value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    return short_decimal(value, decimals);
}

/// Writes coordinates as the rings of well-known text: a pair of numbers has no brackets there.
class RingWriter {
 public:
    void clear() { text_.clear(); }
    const std::string& text() const { return text_; }

    void begin() {
        if (!text_.empty() && text_.back() != '(') text_ += ", ";
        text_ += '(';
        numbers_ = 0;
    }
    void number(std::string_view digits) {
        if (++numbers_ > 2) return;  // a height
        if (numbers_ == 1 && !text_.empty()) text_.pop_back();
        text_ += (numbers_ == 1 ? "" : " ") + shortened(digits);
    }
    void end() {
        if (numbers_ == 0) text_ += ')';
        numbers_ = 0;
    }

 private:
    std::string text_;
    std::size_t numbers_ = 0;  ///< of the array that is open
};

/// Takes the properties and the polygons of a feature.
class FeatureListener final : public JsonListener {
 public:
    FeatureListener(const JsonReader& reader, const std::vector<std::string>& properties)
        : cells(properties.size()), reader_(reader), properties_(properties) {}

    std::vector<std::string> cells;  ///< of the properties

    std::string outline() const {
        if (type_ == "Polygon") return "POLYGON " + rings_.text();
        if (type_ == "MultiPolygon") return "MULTIPOLYGON " + rings_.text();
        return {};
    }
    void start() {
        for (std::string& cell : cells) cell.clear();
        type_.clear();
        rings_.clear();
    }

    void key(std::string_view name) override {
        if (depth_ == 1) {
            member_ = name;
        } else if (depth_ == 2) {
            inner_ = name;
        }
    }
    void value(JsonKind kind, std::string_view text) override {
        if (depth_ == 2 && member_ == "properties") {
            const auto found = std::ranges::find(properties_, inner_);
            if (found != properties_.end())
                cells[static_cast<std::size_t>(found - properties_.begin())] = text;
        } else if (depth_ == 2 && is_geometry("type")) {
            type_ = text;
        } else if (kind == JsonKind::number && depth_ > 2 && is_geometry("coordinates")) {
            draw(text);
        }
    }
    void begin(JsonKind) override {
        if (depth_ >= 2 && is_geometry("coordinates")) rings_.begin();
        ++depth_;
    }
    void end() override {
        --depth_;
        if (depth_ >= 2 && is_geometry("coordinates")) rings_.end();
    }

 private:
    bool is_geometry(std::string_view inner) const { return member_ == "geometry" && inner_ == inner; }
    void draw(std::string_view number) {
        rings_.number(number);
        if (rings_.text().size() > longest_outline)
            reader_.refuse(reader_.place(), "境界が長すぎます。", "an outline is too long");
    }

    const JsonReader& reader_;
    const std::vector<std::string>& properties_;
    std::size_t depth_ = 0;       ///< arrays and objects that are open
    std::string member_, inner_;  ///< of the feature, and of that member: what was named last
    std::string type_;
    RingWriter rings_;
};

class OutlineStream final : public RecordStream {
 public:
    OutlineStream(std::unique_ptr<ByteSource> file, std::vector<std::string> properties, std::string key)
        : file_(std::move(file)),
          reader_(*file_),
          records_(reader_, {JsonLayout::Kind::array, "/features", {}}),
          properties_(std::move(properties)),
          header_(properties_),
          feature_(reader_, properties_),
          key_(static_cast<std::size_t>(std::ranges::find(properties_, key) - properties_.begin())) {
        header_.insert(header_.end(), {"part", "outline"});
    }

    const std::vector<std::string>& header() const override { return header_; }
    std::size_t columns() const override { return header_.size(); }
    std::string encoding() const override { return "UTF-8"; }

    bool next(Batch& batch) override {
        BatchBuilder builder(batch);
        builder.begin(read_ + 1);
        const std::uint64_t before = read_;
        std::size_t bytes = 0;
        while (read_ - before < batch_records && bytes < batch_bytes && records_.next()) {
            ++read_;
            const std::uint64_t line = records_.place().line;
            feature_.start();
            records_.read(feature_);
            const std::string outline = feature_.outline();
            bytes += outline.size();
            builder.record(line);
            for (const std::string& cell : feature_.cells) builder.cell(cell);
            builder.cell(std::to_string(++parts_[feature_.cells[key_]]));
            builder.cell(outline);
        }
        builder.end();
        return read_ > before;
    }

 private:
    std::unique_ptr<ByteSource> file_;
    JsonReader reader_;
    JsonRecords records_;
    std::vector<std::string> properties_, header_;
    FeatureListener feature_;
    std::size_t key_;  ///< of the properties
    std::unordered_map<std::string, std::uint64_t> parts_;
    std::uint64_t read_ = 0;
};

}  // namespace

bool is_geojson_with(std::string_view head, std::string_view property) {
    const auto has = [&](std::string_view name) {
        return head.find("\"" + std::string(name) + "\"") != head.npos;
    };
    const auto mark = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return mark != head.npos && head[mark] == '{' && has("FeatureCollection") && has(property);
}

std::unique_ptr<RecordStream> open_geojson_outlines(std::unique_ptr<ByteSource> file,
                                                    std::vector<std::string> properties, std::string key) {
    return std::make_unique<OutlineStream>(std::move(file), std::move(properties), std::move(key));
}

}  // namespace daicho

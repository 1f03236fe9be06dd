#include "grammars/workbooks/office_package.hpp"

#include <functional>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/xml_reader.hpp"

namespace daicho {

namespace {

/// Names of parts do not tell capital letters from small ones.
std::string in_small_letters(std::string_view name) {
    std::string small(name);
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
        if (c == '\\') c = '/';
    }
    return small;
}

/// `target` as it is meant in the folder of `part`.
std::string resolved(std::string_view part, std::string_view target) {
    std::vector<std::string_view> steps;
    const auto walk = [&](std::string_view path) {
        while (!path.empty()) {
            const std::size_t end = std::min(path.find('/'), path.size());
            const std::string_view step = path.substr(0, end);
            path.remove_prefix(std::min(end + 1, path.size()));
            if (step == "..") {
                if (!steps.empty()) steps.pop_back();
            } else if (!step.empty() && step != ".") {
                steps.push_back(step);
            }
        }
    };
    const std::size_t folder = part.rfind('/');
    if (!target.starts_with('/') && folder != part.npos) walk(part.substr(0, folder));
    walk(target);
    std::string name;
    for (const std::string_view step : steps) name.append(name.empty() ? "" : "/").append(step);
    return name;
}

/// A part of a package, with what its bytes come through.
class PartSource final : public ByteSource {
 public:
    PartSource(std::unique_ptr<ByteSource> member, UnpackBudget& budget, std::uint64_t& charged)
        : member_(std::move(member)), unpacked_(*member_, &budget, charged) {}

    std::size_t read(char* to, std::size_t size) override { return unpacked_.read(to, size); }
    bool rewindable() const override { return true; }
    void rewind() override { unpacked_.rewind(); }
    const std::string& name() const override { return unpacked_.name(); }

 private:
    std::unique_ptr<ByteSource> member_;
    UnpackedSource unpacked_;
};

}  // namespace

OfficePackage::OfficePackage(std::unique_ptr<ByteSource> source)
    : name_(source->name()),
      source_(std::move(source)),
      seekable_(dynamic_cast<SeekableSource*>(source_.get())) {
    if (seekable_ == nullptr || !seekable_->rewindable()) {
        spool_ = std::make_unique<SpooledSource>(*source_);
        seekable_ = spool_.get();
    }
    const ArchiveLimits limits;
    zip_ = std::make_unique<ZipFile>(*seekable_, name_, limits.members);
    budget_ = std::make_unique<UnpackBudget>(limits, seekable_->size());
    for (std::uint64_t i = 0; i < zip_->size(); ++i) parts_.emplace(in_small_letters(zip_->shown_name(i)), i);
}

std::optional<std::uint64_t> OfficePackage::find(std::string_view part) const {
    const auto found = parts_.find(in_small_letters(part));
    return found == parts_.end() ? std::nullopt : std::optional(found->second);
}

std::unique_ptr<ByteSource> OfficePackage::open(const std::string& part) const {
    const auto index = find(part);
    if (!index) {
        throw Error{ErrorKind::input,
                    name_ + ": ブックが壊れています（" + part + " がありません）。もう一度入手してください。",
                    name_ + ": this workbook is damaged (" + part + " is missing); get the file again"};
    }
    return std::make_unique<PartSource>(zip_->open(*index, name_ + "!" + part), *budget_, charged_[*index]);
}

std::uint64_t OfficePackage::size(const std::string& part) const {
    const auto index = find(part);
    return index ? zip_->member(*index).size : 0;
}

Relationships OfficePackage::relationships(const std::string& part) const {
    const std::size_t name = part.rfind('/') == part.npos ? 0 : part.rfind('/') + 1;
    const std::string list = part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
    Relationships relationships;
    if (!has(list)) return relationships;
    const auto source = open(list);
    XmlReader xml(*source);
    for (XmlEvent event = xml.next_tag(); event != XmlEvent::finished; event = xml.next_tag()) {
        if (event != XmlEvent::start || xml.name() != "Relationship") continue;
        const auto id = xml.attribute("Id"), type = xml.attribute("Type"), target = xml.attribute("Target");
        if (!id || !type || !target || xml.attribute("TargetMode") == "External") continue;
        const std::size_t slash = type->rfind('/');
        relationships.emplace(std::string(*id),
                              Relationship{std::string(type->substr(slash == type->npos ? 0 : slash + 1)),
                                           resolved(part, *target)});
    }
    return relationships;
}

}  // namespace daicho

#include "registries/loading/survey.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/formats/first_bytes.hpp"

namespace daicho {

namespace {

/// What messages and the registry call a file: its way from the last part of the path that was given, so that
/// the same publications give the same registry wherever they lie.
std::string shown_name(const std::string& path, const std::string& locator) {
    std::string root = path;
    while (root.size() > 1 && root.back() == '/') root.pop_back();
    const auto slash = root.rfind('/');
    return slash == root.npos ? locator : locator.substr(std::min(slash + 1, locator.size()));
}

Edition edition_of(const std::string& name, const FileEntry& entry) {
    if (auto date = edition_in_name(name); !date.empty()) return {std::move(date), Edition::From::name};
    return {entry.modified, entry.modified_inside ? Edition::From::archive : Edition::From::file};
}

/// A source that stays with its owner.
class LentSource final : public ByteSource {
 public:
    explicit LentSource(ByteSource& source) : source_(source) {}

    std::size_t read(char* to, std::size_t size) override { return source_.read(to, size); }
    bool rewindable() const override { return source_.rewindable(); }
    void rewind() override { source_.rewind(); }
    const std::string& name() const override { return source_.name(); }

 private:
    ByteSource& source_;
};

Recognition left_out(const Source& source) {
    const std::string id(source.id);
    return {nullptr, false, {"指定により除きました（" + id + "）", "left out, as asked for (" + id + ")"}};
}

}  // namespace

std::vector<Candidate> survey(const std::vector<std::string>& paths, const std::vector<RegistryTable>& tables,
                              const std::vector<std::string>& without) {
    std::vector<Candidate> candidates;
    std::set<std::string> seen;
    for (const std::string& path : paths) {
        const auto add = [&](const std::string& locator, Recognition found, Edition edition) {
            if (!seen.insert(locator).second) return;
            candidates.push_back(
                {locator, shown_name(path, locator), std::move(found), std::move(edition), {}, 0});
        };
        for_each_file(
            path, ArchiveLimits{},
            [&](const FileEntry& entry, ByteSource& bytes) {
                const std::string head = take_bytes(bytes, recognised_bytes);
                Recognition found = recognise(tables, entry.name, head, head.size() < recognised_bytes);
                if (!found.table && may_hold_table(head)) {
                    bytes.rewind();
                    if (Recognition table = recognise_table(tables, std::make_unique<LentSource>(bytes));
                        table.table)
                        found = std::move(table);
                }
                if (found.table && std::ranges::find(without, found.table->source().id) != without.end()) {
                    found = left_out(found.table->source());
                }
                add(entry.locator, std::move(found), edition_of(shown_name(path, entry.locator), entry));
            },
            [&](const std::string& locator, const Error& error) {
                if (locator == path) throw error;  // what was named is not passed over
                add(locator, {nullptr, false, note_of(error, locator)}, {});
            });
    }
    return candidates;
}

}  // namespace daicho

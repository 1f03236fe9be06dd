#include "registries/publishing/publisher.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "grammars/base/byte_sink.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/os_growing_file.hpp"
#include "grammars/formats/zstd_frame.hpp"
#include "registries/address/address_generation.hpp"
#include "registries/address/index_place.hpp"
#include "registries/audit/registry_info.hpp"
#include "registries/publishing/file_parts.hpp"
#include "registries/publishing/signature.hpp"

namespace daicho {

namespace {

void write_whole(const std::string& path, std::string_view bytes) {
    const auto sink = file_sink(path);
    sink->write(bytes);
    sink->commit();
}

/// A file to publish.
struct FileToPublish {
    PublishedFile file;
    std::string path;
};

/// The index first: who pulls puts it in place before the registry.
std::vector<FileToPublish> files_of(const std::string& path, const Registry& registry) {
    std::vector<FileToPublish> files;
    const std::string index = IndexPlace::beside(path, address_generation(registry)).path();
    if (file_facts(index)) files.push_back({{"addresses", index.substr(path.size()), 0, {}, {}}, index});
    files.push_back({{"registry", "", 0, {}, {}}, path});
    return files;
}

void describe(GenerationManifest& manifest, const Registry& registry) {
    const RegistryInfo info = registry_info(registry);
    manifest.generation = info.generation;
    manifest.licences = info.licences();
    for (const RegistryInfo::Origin& origin : info.origins) {
        const bool told =
            std::ranges::find(manifest.attribution, origin.credit) != manifest.attribution.end();
        if (!told && !origin.credit.empty()) manifest.attribution.push_back(origin.credit);
        for (const RegistryInfo::Table& table : origin.tables)
            manifest.data_date = std::max(manifest.data_date, table.newest);
    }
}

/// The folder that generations are published in.
class Publication {
 public:
    explicit Publication(const PublishSettings& settings)
        : settings_(settings),
          made_((make_folders(settings.folder + "/generations"), true)),
          lock_(settings.folder) {
        if (file_facts(path(current_name)))
            current_ = read_current(read_file(path(current_name)), path(current_name));
    }

    const std::optional<CurrentGeneration>& current() const { return current_; }
    std::string path(std::string_view name) const { return settings_.folder + "/" + std::string(name); }

    void add_part(std::string_view bytes, const std::string& sha256, PublishReport& report);
    void add_manifest(const GenerationManifest& manifest, PublishReport& report);
    std::uint64_t remove_old();

 private:
    std::vector<std::uint64_t> generations() const;

    const PublishSettings& settings_;
    bool made_;  ///< the folder is there, so that it can be locked
    FolderLock lock_;
    std::optional<CurrentGeneration> current_;
};

void Publication::add_part(std::string_view bytes, const std::string& sha256, PublishReport& report) {
    const std::string file = path(part_name(sha256));
    if (file_facts(file)) return;
    make_folders(file.substr(0, file.rfind('/')));
    const std::string frame = zstd_frame(bytes);
    write_whole(file, frame);
    ++report.new_parts;
    report.new_bytes += frame.size();
}

void Publication::add_manifest(const GenerationManifest& manifest, PublishReport& report) {
    const std::string text = manifest_json(manifest);
    const std::string file = path(manifest_name(manifest.sequence));
    if (!settings_.key.empty())
        write_whole(file + signature_ending(settings_.key), sign(text, settings_.key));
    write_whole(file, text);
    current_ = CurrentGeneration{manifest.sequence, manifest.generation, digest_of(text)};
    write_whole(path(current_name), current_json(*current_));
    report.current = *current_;
    report.changed = true;
}

/// Those whose manifests are there, newest first.
std::vector<std::uint64_t> Publication::generations() const {
    std::vector<std::uint64_t> all;
    for (const std::string& name : list_folder(path("generations"))) {
        std::uint64_t number = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (error == std::errc{} && std::string_view(end) == ".json") all.push_back(number);
    }
    std::ranges::sort(all, std::greater{});
    return all;
}

/// Old generations, and parts that none needs any more. What is newer than `current.json` says was left by a
/// run that was killed.
std::uint64_t Publication::remove_old() {
    std::uint64_t kept = 0, removed = 0;
    std::set<std::string> needed;
    for (const std::uint64_t number : generations()) {
        const std::string file = path(manifest_name(number));
        if (number <= current_->sequence && kept < std::max(settings_.keep, 1u)) {
            ++kept;
            for (const PublishedFile& one : read_manifest(read_file(file), file).files)
                needed.insert(one.parts.begin(), one.parts.end());
            continue;
        }
        remove_file(file);
        for (const char* ending : {".sig", ".minisig"}) remove_file(file + ending);
        ++removed;
    }
    for (const std::string& folder : list_folder(path("parts"))) {
        for (const std::string& name : list_folder(path("parts/" + folder))) {
            const std::string sha256 = name.substr(0, name.find('.'));
            if (name != sha256 + ".zst" || !needed.contains(sha256))
                remove_file(path("parts/" + folder + "/" + name));
        }
    }
    return removed;
}

/// Whether the folder says already what would be published.
bool is_published(const Publication& publication, const GenerationManifest& manifest,
                  const PublishSettings& settings) {
    if (!publication.current() || publication.current()->generation != manifest.generation) return false;
    const std::string file = publication.path(manifest_name(publication.current()->sequence));
    if (!settings.key.empty() && !file_facts(file + signature_ending(settings.key))) return false;
    if (!file_facts(file)) return false;
    return read_manifest(read_file(file), file).files.size() == manifest.files.size();
}

}  // namespace

PublishReport publish_registry(const std::string& path, const PublishSettings& settings) {
    if (!settings.key.empty()) signature_ending(settings.key);  // a wrong key is told before the work
    const std::string target = real_target(path);
    const Registry registry{target};
    Publication publication{settings};
    GenerationManifest manifest;
    describe(manifest, registry);
    std::vector<FileToPublish> files = files_of(target, registry);
    PublishReport report;
    for (const FileToPublish& one : files) {
        manifest.files.push_back(one.file);
        report.size += file_facts(one.path)->size;
        report.index = report.index || one.file.role == "addresses";
    }
    if (is_published(publication, manifest, settings)) {
        report.current = *publication.current();
        return report;
    }
    manifest.sequence = publication.current() ? publication.current()->sequence + 1 : 1;
    std::uint64_t done = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        read_parts(files[i].path, manifest.files[i], [&](std::string_view bytes, const std::string& sha256) {
            publication.add_part(bytes, sha256, report);
            ++report.parts;
            done += bytes.size();
            if (settings.progress) settings.progress(done, report.size);
        });
    }
    publication.add_manifest(manifest, report);
    report.old_removed = publication.remove_old();
    return report;
}

}  // namespace daicho

#include "registries/publishing/puller.hpp"

#include <algorithm>
#include <optional>

#include "grammars/base/byte_sink.hpp"
#include "grammars/base/digest.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/os_growing_file.hpp"
#include "grammars/formats/zstd_frame.hpp"
#include "registries/builder/index_step.hpp"
#include "registries/publishing/file_parts.hpp"
#include "registries/publishing/local_parts.hpp"
#include "registries/publishing/signature.hpp"
#include "registries/store/registry.hpp"
#include "registries/store/registry_lock.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_of_current = std::size_t{64} << 10;
constexpr std::size_t most_of_signature = std::size_t{64} << 10;
constexpr std::size_t most_of_manifest = std::size_t{64} << 20;

std::string needed_file(PublishedFolder& folder, const std::string& name, std::size_t most) {
    if (auto bytes = folder.read(name, most)) return std::move(*bytes);
    throw Error{
        ErrorKind::input,
        folder.place(name) +
            ": ありません。daicho publish "
            "のフォルダーかどうかを確かめてください（公開の途中なら、後でもう一度）",
        folder.place(name) +
            ": not there; is it a folder of daicho publish? (while one is being copied, try again later)"};
}

[[noreturn]] void refuse_digest(const std::string& place) {
    throw Error{ErrorKind::input, place + ": 目録のダイジェストと合いません。途中で変わったか、壊れています",
                place + ": does not fit the digest in the manifest; it was changed or is damaged"};
}

/// What `folder` offers now, with its signature checked.
struct Offer {
    CurrentGeneration current;
    GenerationManifest manifest;
    bool is_signed = false, checked = false;
};

void check_offer(PublishedFolder& folder, const std::string& name, std::string_view text,
                 const std::string& key, Offer& offer) {
    if (key.empty()) {
        for (const char* ending : {".sig", ".minisig"})
            offer.is_signed = offer.is_signed || folder.read(name + ending, most_of_signature);
        return;
    }
    const auto signature = folder.read(name + signature_ending(key), most_of_signature);
    if (!signature) {
        throw Error{ErrorKind::input, folder.place(name) + ": この鍵の署名がありません。受け取りません",
                    folder.place(name) + ": has no signature of this key; nothing is taken"};
    }
    check_signature(text, *signature, key, folder.place(name));
    offer.is_signed = offer.checked = true;
}

Offer present_offer(PublishedFolder& folder, const std::string& key) {
    Offer offer;
    const std::string current(current_name);
    offer.current = read_current(needed_file(folder, current, most_of_current), folder.place(current));
    const std::string name = manifest_name(offer.current.sequence);
    const std::string text = needed_file(folder, name, most_of_manifest);
    if (digest_of(text) != offer.current.sha256) refuse_digest(folder.place(name));
    check_offer(folder, name, text, key, offer);
    offer.manifest = read_manifest(text, folder.place(name));
    if (offer.manifest.sequence != offer.current.sequence) refuse_digest(folder.place(name));
    return offer;
}

std::string pulled_name(const std::string& target) {
    return target + ".pulled.json";
}

/// Never back: who offers an old generation again may want an error that is mended since.
void check_age(const Offer& offer, const std::string& target) {
    if (!file_facts(pulled_name(target))) return;
    const CurrentGeneration last = read_current(read_file(pulled_name(target)), pulled_name(target));
    const bool newer = offer.current.sequence > last.sequence;
    if (newer || (offer.current.sequence == last.sequence && offer.current.generation == last.generation))
        return;
    const std::string had = std::to_string(last.sequence), has = std::to_string(offer.current.sequence);
    throw Error{
        ErrorKind::input,
        target + ": 今の台帳（" + had + " 番）より新しくありません（" + has + " 番）。そのままにします",
        target + ": what is offered (number " + has + ") is not newer than what is in place (number " + had +
            "), which stays",
        ErrorHint::older};
}

/// Brings the files of a generation together, part by part.
class Collector {
 public:
    Collector(PublishedFolder& folder, const PullSettings& settings, const LocalParts& local,
              PullReport& report)
        : folder_(folder), settings_(settings), local_(local), report_(report) {}

    /// `draft` has its first parts already where an interrupted run left it.
    void collect(const PublishedFile& file, const std::string& draft);

 private:
    std::string part(const std::string& sha256, std::size_t size);
    void told(std::uint64_t bytes);

    PublishedFolder& folder_;
    const PullSettings& settings_;
    const LocalParts& local_;
    PullReport& report_;
    std::uint64_t done_ = 0;
};

void Collector::told(std::uint64_t bytes) {
    done_ += bytes;
    ++report_.parts;
    if (settings_.progress) settings_.progress(done_, report_.size);
}

std::string Collector::part(const std::string& sha256, std::size_t size) {
    if (auto bytes = local_.read(sha256)) return std::move(*bytes);
    const std::string name = part_name(sha256);
    const std::string frame = needed_file(folder_, name, 2 * GenerationManifest::part_bytes);
    std::string bytes = zstd_content(frame, GenerationManifest::part_bytes, folder_.place(name));
    if (bytes.size() != size || digest_of(bytes) != sha256) refuse_digest(folder_.place(name));
    ++report_.fetched_parts;
    report_.fetched_bytes += frame.size();
    return bytes;
}

void Collector::collect(const PublishedFile& file, const std::string& draft) {
    const std::size_t kept = parts_at_start(draft, file.parts);
    Sha256 whole;
    std::string bytes;
    if (kept != 0) {
        InputFile at_hand(draft);
        for (std::size_t i = 0; i < kept && read_part(at_hand, bytes); ++i) {
            whole.add(bytes);
            told(bytes.size());
        }
    }
    std::uint64_t size = std::min<std::uint64_t>(kept * GenerationManifest::part_bytes, file.size);
    GrowingFile made(draft, size);
    for (std::size_t i = kept; i < file.parts.size(); ++i) {
        const auto rest = std::min<std::uint64_t>(file.size - size, GenerationManifest::part_bytes);
        bytes = part(file.parts[i], static_cast<std::size_t>(rest));
        whole.add(bytes);
        made.append(bytes);
        size += bytes.size();
        told(bytes.size());
    }
    made.finish();
    if (size != file.size || whole.hex() != file.sha256) {
        remove_file(draft);
        refuse_digest(draft);
    }
}

/// Throws Error unless this program can answer from it.
void check_draft(const std::string& draft, const GenerationManifest& manifest) {
    if (Registry{draft}.generation() != manifest.generation) refuse_digest(draft);
}

bool is_in_place(const std::string& target, const GenerationManifest& manifest) {
    for (const PublishedFile& file : manifest.files) {
        const auto facts = file_facts(target + file.suffix);
        if (!facts || facts->size != file.size) return false;
    }
    try {
        return Registry{target}.generation() == manifest.generation;
    } catch (const Error&) {  // damaged, or of another version: what is offered takes its place
        return false;
    }
}

std::string draft_name(const std::string& target, const PublishedFile& file) {
    return target + ".pull-" + file.role;
}

void write_pulled(const std::string& target, const CurrentGeneration& current) {
    const auto sink = file_sink(pulled_name(target));
    sink->write(current_json(current));
    sink->commit();
}

}  // namespace

PullReport pull_registry(PublishedFolder& folder, const PullSettings& settings) {
    if (!settings.key.empty()) signature_ending(settings.key);  // a wrong key is told before the work
    const std::string target = file_to_replace(settings.target);
    const RegistryLock held = lock_registry(target);
    remove_temporaries_beside(target);
    const Offer offer = present_offer(folder, settings.key);
    const GenerationManifest& manifest = offer.manifest;
    PullReport report;
    report.is_signed = offer.is_signed;
    report.checked = offer.checked;
    report.sequence = manifest.sequence;
    report.generation = manifest.generation;
    report.data_date = manifest.data_date;
    report.attribution = manifest.attribution;
    report.index = manifest.files.size() > 1;
    for (const PublishedFile& file : manifest.files) report.size += file.size;
    if (!settings.older) check_age(offer, target);
    if (is_in_place(target, manifest)) {
        write_pulled(target, offer.current);
        return report;
    }
    const LocalParts local = parts_beside(target);
    Collector collector(folder, settings, local, report);
    for (const PublishedFile& file : manifest.files) collector.collect(file, draft_name(target, file));
    check_draft(draft_name(target, manifest.files.back()), manifest);
    for (const PublishedFile& file : manifest.files)
        rename_file(draft_name(target, file), target + file.suffix);
    write_pulled(target, offer.current);
    remove_old_indexes(target);
    report.changed = true;
    return report;
}

}  // namespace daicho

#include "registries/publishing/generation_manifest.hpp"

#include <algorithm>
#include <charconv>

#include "grammars/base/error.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

constexpr std::string_view layout_of_manifests = "daicho-generation/1";

[[noreturn]] void refuse_manifest(const std::string& name) {
    throw Error{ErrorKind::input, name + ": daicho publish が書いた目録ではありません",
                name + ": not a manifest that daicho publish wrote"};
}

[[noreturn]] void refuse_layout(const std::string& name) {
    throw Error{ErrorKind::input, name + ": 新しい daicho が書いた目録です。daicho を新しくしてください",
                name + ": a newer daicho wrote this manifest; upgrade daicho"};
}

bool is_hexadecimal(std::string_view text, std::size_t length) {
    return text.size() == length &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// Names go into paths: nothing else than what `publish` writes is one.
bool is_suffix(std::string_view role, std::string_view suffix) {
    if (role == "registry") return suffix.empty();
    return role == "addresses" && suffix.starts_with('.') && suffix.ends_with(".addresses") &&
           is_hexadecimal(suffix.substr(1, 16), 16) && suffix.size() == 27;
}

struct ManifestText {
    JsonValue json;
    const std::string& name;

    std::uint64_t number(const JsonValue& value, std::string_view member) const {
        const std::string_view digits = value.text_of(member);
        std::uint64_t read = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), read);
        if (error != std::errc{} || end != digits.data() + digits.size()) refuse_manifest(name);
        return read;
    }
    std::string digest(std::string_view text) const {
        if (!is_hexadecimal(text, 64)) refuse_manifest(name);
        return std::string(text);
    }
    std::vector<std::string> texts(const JsonValue& value, std::string_view member) const {
        const JsonValue* list = value.find(member);
        if (list == nullptr || list->kind != JsonKind::array) refuse_manifest(name);
        std::vector<std::string> all;
        for (const JsonValue& item : list->items) all.push_back(item.text);
        return all;
    }
};

ManifestText manifest_text(std::string_view json, const std::string& name) {
    auto read = parse_json(json);
    if (!read || read->kind != JsonKind::object) refuse_manifest(name);
    const std::string_view layout = read->text_of("layout");
    if (layout != layout_of_manifests) {
        layout.starts_with("daicho-generation/") ? refuse_layout(name) : refuse_manifest(name);
    }
    return {std::move(*read), name};
}

PublishedFile read_published_file(const ManifestText& text, const JsonValue& value) {
    PublishedFile file;
    file.role = value.text_of("role");
    file.suffix = value.text_of("suffix");
    file.size = text.number(value, "size");
    file.sha256 = text.digest(value.text_of("sha256"));
    for (const std::string& part : text.texts(value, "parts")) file.parts.push_back(text.digest(part));
    const std::uint64_t parts =
        (file.size + GenerationManifest::part_bytes - 1) / GenerationManifest::part_bytes;
    if (!is_suffix(file.role, file.suffix) || file.parts.size() != parts) refuse_manifest(text.name);
    return file;
}

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).begin_array();
    for (const std::string& text : texts) json.string(text);
    json.end_array();
}

}  // namespace

std::string manifest_json(const GenerationManifest& manifest) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("layout").string(layout_of_manifests);
    json.key("sequence").number(manifest.sequence).key("generation").string(manifest.generation);
    json.key("dataDate").string(manifest.data_date);
    write_texts(json, "attribution", manifest.attribution);
    write_texts(json, "licences", manifest.licences);
    json.key("partBytes").number(GenerationManifest::part_bytes).key("files").begin_array();
    for (const PublishedFile& file : manifest.files) {
        json.begin_object().key("role").string(file.role).key("suffix").string(file.suffix);
        json.key("size").number(file.size).key("sha256").string(file.sha256);
        write_texts(json, "parts", file.parts);
        json.end_object();
    }
    json.end_array().end_object().end_line();
    return out;
}

GenerationManifest read_manifest(std::string_view json, const std::string& name) {
    const ManifestText text = manifest_text(json, name);
    GenerationManifest manifest;
    manifest.sequence = text.number(text.json, "sequence");
    manifest.generation = text.json.text_of("generation");
    manifest.data_date = text.json.text_of("dataDate");
    manifest.attribution = text.texts(text.json, "attribution");
    manifest.licences = text.texts(text.json, "licences");
    if (text.number(text.json, "partBytes") != GenerationManifest::part_bytes) refuse_layout(name);
    const JsonValue* files = text.json.find("files");
    if (files == nullptr || files->items.empty()) refuse_manifest(name);
    for (const JsonValue& file : files->items) manifest.files.push_back(read_published_file(text, file));
    if (manifest.files.back().role != "registry" || manifest.generation.empty()) refuse_manifest(name);
    return manifest;
}

std::string current_json(const CurrentGeneration& current) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("layout").string(layout_of_manifests);
    json.key("sequence").number(current.sequence).key("generation").string(current.generation);
    json.key("manifest").string(manifest_name(current.sequence)).key("sha256").string(current.sha256);
    json.end_object().end_line();
    return out;
}

CurrentGeneration read_current(std::string_view json, const std::string& name) {
    const ManifestText text = manifest_text(json, name);
    return {text.number(text.json, "sequence"), std::string(text.json.text_of("generation")),
            text.digest(text.json.text_of("sha256"))};
}

std::string manifest_name(std::uint64_t sequence) {
    return "generations/" + std::to_string(sequence) + ".json";
}

std::string part_name(std::string_view sha256) {
    return std::string("parts/").append(sha256.substr(0, 2)).append("/").append(sha256).append(".zst");
}

}  // namespace daicho

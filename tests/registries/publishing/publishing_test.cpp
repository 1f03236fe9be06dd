#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "registries/builder/builder.hpp"
#include "registries/publishing/publisher.hpp"
#include "registries/publishing/puller.hpp"
#include "registries/publishing/signature.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/loopback_server.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

namespace {

namespace fs = std::filesystem;

std::string cuts(const char* publisher) {
    return std::string(DAICHO_SOURCE_DIR) + "/tests/data/" + publisher;
}

/// Two registries, the second of which says more, made once a program.
struct Editions {
    ScratchFolder folder;
    std::string first = folder / "first.sqlite", second = folder / "second.sqlite";

    Editions() {
        build_registry(first, {cuts("digital-agency")}, {});
        fs::copy_file(first, second);
        update_registry(second, {cuts("nta-tottori")}, {}, {});
    }
};

const Editions& editions() {
    static const Editions made;
    return made;
}

/// A folder where generations are published, and a place to pull to.
struct Fleet {
    ScratchFolder folder;
    std::string published = folder / "published", target = folder / "here.sqlite";
    PublishSettings publish_settings{.folder = published};
    PullSettings pull_settings{.target = target};

    PublishReport publish(const std::string& registry) {
        return publish_registry(registry, publish_settings);
    }
    PullReport pull(const std::string& from) { return pull_registry(*folder_of_files(from), pull_settings); }
    PullReport pull() { return pull(published); }
    /// All files of the published folder.
    std::vector<std::string> files() const {
        std::vector<std::string> all;
        for (const auto& entry : fs::recursive_directory_iterator(published)) {
            if (entry.is_regular_file() && entry.path().filename() != ".lock")
                all.push_back(entry.path().string());
        }
        std::ranges::sort(all);
        return all;
    }
    bool left_nothing() const {
        return std::ranges::none_of(fs::directory_iterator(folder.path()),
                                    [](const fs::directory_entry& entry) {
                                        return entry.path().string().find(".pull-") != std::string::npos;
                                    });
    }
};

std::vector<std::string> indexes_beside(const std::string& registry) {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(fs::path(registry).parent_path())) {
        const std::string path = entry.path().string();
        if (path.starts_with(registry + ".") && path.ends_with(".addresses")) all.push_back(path);
    }
    return all;
}

void overwrite(const std::string& path, const std::string& bytes) {
    std::ofstream{path, std::ios::binary} << bytes;
}

/// Fails after so many files: a network that goes away.
class CutFolder final : public PublishedFolder {
 public:
    CutFolder(PublishedFolder& whole, int left) : whole_(whole), left_(left) {}
    std::optional<std::string> read(const std::string& name, std::size_t most) override {
        if (left_-- <= 0) throw Error{ErrorKind::system, "切れました", "cut"};
        return whole_.read(name, most);
    }
    std::string place(const std::string& name) const override { return whole_.place(name); }

 private:
    PublishedFolder& whole_;
    int left_;
};

}  // namespace

TEST_CASE("what is pulled is what was published, byte for byte, with its index") {
    Fleet fleet;
    const PublishReport published = fleet.publish(editions().first);
    CHECK(published.changed);
    CHECK(published.current.sequence == 1);
    const PullReport pulled = fleet.pull();
    CHECK(pulled.changed);
    CHECK(pulled.fetched_parts > 0);
    CHECK(read_file(fleet.target) == read_file(editions().first));
    const auto indexes = indexes_beside(fleet.target);
    REQUIRE(indexes.size() == 1);
    CHECK(read_file(indexes[0]) == read_file(indexes_beside(editions().first)[0]));
    CHECK(fleet.left_nothing());
    CHECK_FALSE(fleet.publish(editions().first).changed);
    CHECK_FALSE(fleet.pull().changed);
}

TEST_CASE("the next generation is fetched as far as it is another one, and leaves one index") {
    Fleet fleet;
    fleet.publish(editions().first);
    fleet.pull();
    const PublishReport published = fleet.publish(editions().second);
    CHECK(published.current.sequence == 2);
    CHECK(published.new_parts < published.parts);
    const PullReport pulled = fleet.pull();
    CHECK(pulled.fetched_parts == published.new_parts);
    CHECK(read_file(fleet.target) == read_file(editions().second));
    CHECK(indexes_beside(fleet.target).size() == 1);
}

TEST_CASE("whatever file of a published generation is damaged, nothing of it is put in place") {
    Fleet fleet;
    fleet.publish(editions().first);
    fleet.pull();
    fleet.publish(editions().second);
    const std::string before = read_file(fleet.target);
    for (const std::string& file : fleet.files()) {
        const std::string whole = read_file(file);
        const bool old = file.ends_with("/1.json");
        for (const std::size_t at : {std::size_t{0}, whole.size() / 2, whole.size() - 2}) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
            for (const std::string& bytes : {damaged, whole.substr(0, at)}) {
                overwrite(file, bytes);
                INFO(file << " at " << at);
                try {
                    // What is not asked for may be damaged.
                    if (fleet.pull().changed) CHECK(read_file(fleet.target) == read_file(editions().second));
                } catch (const Error& error) {
                    CHECK_FALSE(old);
                    CHECK_FALSE(std::string(error.what()).empty());
                    CHECK(read_file(fleet.target) == before);
                }
                overwrite(fleet.target, before);
                fs::remove(fleet.target + ".pulled.json");
            }
        }
        overwrite(file, whole);
    }
    CHECK(fleet.pull().changed);
    CHECK(read_file(fleet.target) == read_file(editions().second));
}

TEST_CASE("an interrupted pull is resumed and fetches each part once") {
    Fleet fleet;
    const PublishReport published = fleet.publish(editions().first);
    const auto whole = folder_of_files(fleet.published);
    std::uint64_t most = 0;
    for (int left = 3; left < 40; ++left) {
        CutFolder cut(*whole, left);
        try {
            const PullReport last = pull_registry(cut, fleet.pull_settings);
            most = last.fetched_parts;
            break;
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::system);
            CHECK_FALSE(fs::exists(fleet.target));
        }
    }
    CHECK(read_file(fleet.target) == read_file(editions().first));
    CHECK(most <= published.parts);
    CHECK(fleet.left_nothing());
}

TEST_CASE("an older generation does not take the place of a newer one unless it is asked for") {
    Fleet fleet;
    fleet.publish(editions().first);
    const std::string first = read_file(fleet.published + "/current.json");
    fleet.publish(editions().second);
    fleet.pull();
    overwrite(fleet.published + "/current.json", first);
    CHECK_THROWS_WITH(fleet.pull(), Catch::Contains("not newer"));
    CHECK(read_file(fleet.target) == read_file(editions().second));
    fleet.pull_settings.older = true;
    CHECK(fleet.pull().changed);
    CHECK(read_file(fleet.target) == read_file(editions().first));
}

TEST_CASE("generations that are not kept go, with the parts that no other needs") {
    Fleet fleet;
    fleet.publish_settings.keep = 1;
    fleet.publish(editions().first);
    const auto first = fleet.files();
    CHECK(fleet.publish(editions().second).old_removed == 1);
    CHECK_FALSE(fs::exists(fleet.published + "/generations/1.json"));
    Fleet fresh;
    fresh.publish(editions().second);
    CHECK(fleet.files().size() == fresh.files().size());
    overwrite(fleet.published + "/parts/00/rest.daicho-Xy12Za", "what a killed run left");
    fs::create_directories(fleet.published + "/parts/00");
    fleet.publish(editions().first);
    CHECK(fleet.pull().changed);
}

TEST_CASE("a manifest whose names lead elsewhere is none") {
    Fleet fleet;
    fleet.publish(editions().first);
    const std::string text = read_file(fleet.published + "/generations/1.json");
    const auto refused = [&](const std::string& was, const std::string& is) {
        std::string changed = text;
        REQUIRE(changed.find(was) != changed.npos);
        changed.replace(changed.find(was), was.size(), is);
        INFO(was << " -> " << is);
        CHECK_THROWS_AS(read_manifest(changed, "x"), Error);
    };
    CHECK_NOTHROW(read_manifest(text, "x"));
    refused("\"suffix\":\"", "\"suffix\":\"/../../etc/");
    refused("\"suffix\":\"\"", "\"suffix\":\"x\"");
    refused("\"parts\":[\"", "\"parts\":[\"../../../../../");
    refused("\"sha256\":\"", "\"sha256\":\"../");
    refused("\"role\":\"registry\"", "\"role\":\"addresses\"");
    refused("daicho-generation/1", "daicho-generation/2");
    refused("\"size\":", "\"size\":9");
    refused("\"files\":[", "\"files\":[],\"other\":[");
    CHECK_THROWS_WITH(fleet.pull(fleet.folder / "nowhere"), Catch::Contains("nowhere/current.json"));
}

TEST_CASE("a signature is asked for by its key, and that of another is refused") {
    if (std::system("ssh-keygen -h >/dev/null 2>&1; [ $? -ne 127 ]") != 0) return;
    Fleet fleet;
    const auto key = [&](const char* name) {
        const std::string path = fleet.folder / name;
        const std::string made = "ssh-keygen -q -t ed25519 -N '' -f " + path;
        REQUIRE(std::system(made.c_str()) == 0);
        return path;
    };
    const std::string ours = key("ours"), other = key("other");
    fleet.publish(editions().first);
    fleet.pull_settings.key = ours + ".pub";
    CHECK_THROWS_WITH(fleet.pull(), Catch::Contains("no signature"));
    fleet.publish_settings.key = ours;
    CHECK(fleet.publish(editions().first).current.sequence == 2);
    fleet.pull_settings.key = other + ".pub";
    CHECK_THROWS_WITH(fleet.pull(), Catch::Contains("signature does not fit"));
    CHECK_FALSE(fs::exists(fleet.target));
    fleet.pull_settings.key = ours + ".pub";
    CHECK(fleet.pull().checked);
    fleet.pull_settings.key = cuts("README.md");
    CHECK_THROWS_AS(fleet.pull(), Error);
    CHECK_THROWS_AS(sign("text", editions().first), Error);
}

TEST_CASE("a server that fails for a moment is asked again; what it lacks is said") {
    Fleet fleet;
    fleet.publish(editions().first);
    int questions = 0;
    LoopbackServer server([&](const ServedRequest& request) -> ServedReply {
        const std::string path = fleet.published + request.target.substr(std::string_view("/pub").size());
        if (++questions % 3 == 1) return {503, {}, "later"};
        if (!fs::exists(path)) return {404, {}, "no"};
        return {200, {}, read_file(path)};
    });
    HttpSettings http;
    http.proxies = false;
    const auto client = make_curl_client(http);
    const auto folder = folder_of_server(server.url("/pub/"), *client);
    CHECK(pull_registry(*folder, fleet.pull_settings).changed);
    CHECK(read_file(fleet.target) == read_file(editions().first));
    fs::remove(fleet.published + "/current.json");
    CHECK_THROWS_WITH(pull_registry(*folder, fleet.pull_settings), Catch::Contains("not there"));
}

}  // namespace daicho

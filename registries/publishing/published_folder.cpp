#include "registries/publishing/published_folder.hpp"

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "registries/fetch/address.hpp"

namespace daicho {

namespace {

[[noreturn]] void refuse_size(const std::string& place) {
    throw Error{ErrorKind::limit, place + ": 大きすぎます", place + ": too large"};
}

class FilesFolder final : public PublishedFolder {
 public:
    explicit FilesFolder(std::string path) : path_(std::move(path)) {}

    std::optional<std::string> read(const std::string& name, std::size_t most) override {
        const std::string file = place(name);
        const auto facts = file_facts(file);
        if (!facts) return std::nullopt;
        if (facts->size > most) refuse_size(file);
        return read_file(file);
    }
    std::string place(const std::string& name) const override { return path_ + "/" + name; }

 private:
    std::string path_;
};

/// Keeps an answer in memory, as long as it is wanted and not too long.
class AnswerInMemory final : public HttpTaker {
 public:
    explicit AnswerInMemory(std::size_t most) : most_(most) {}

    bool take_head(const HttpHead& head) override {
        status_ = head.status;
        bytes_.clear();
        too_long_ = head.status == 200 && head.length && *head.length > most_;
        return head.status == 200 && !too_long_;
    }
    bool take_body(std::string_view bytes) override {
        too_long_ = bytes_.size() + bytes.size() > most_;
        if (!too_long_) bytes_ += bytes;
        return !too_long_;
    }

    int status() const { return status_; }
    bool too_long() const { return too_long_; }
    std::string take() { return std::move(bytes_); }

 private:
    std::size_t most_;
    std::string bytes_;
    int status_ = 0;
    bool too_long_ = false;
};

class ServerFolder final : public PublishedFolder {
 public:
    ServerFolder(std::string url, HttpClient& client) : url_(std::move(url)), client_(client) {
        while (url_.ends_with('/')) url_.pop_back();
        if (!host_of(url_)) {
            throw Error{ErrorKind::usage, url_ + ": http か https のアドレスではありません",
                        url_ + ": not an address of http or https"};
        }
    }

    std::optional<std::string> read(const std::string& name, std::size_t most) override {
        constexpr int tries = 3;
        HttpOutcome outcome;
        int status = 0;
        for (int i = 0; i < tries; ++i) {
            AnswerInMemory answer(most);
            outcome = client_.get(encoded_address(place(name)), {}, answer);
            status = answer.status();
            if (answer.too_long()) refuse_size(place(name));
            if (outcome.trouble == HttpTrouble::none && status == 200) return answer.take();
            if (status == 404 || status == 410) return std::nullopt;
            if (status >= 400 && status < 500) break;  // the same again tomorrow
        }
        refuse(name, status, outcome);
    }
    std::string place(const std::string& name) const override { return url_ + "/" + name; }

 private:
    [[noreturn]] void refuse(const std::string& name, int status, const HttpOutcome& outcome) const {
        const std::string why =
            status != 0 && status != 200 ? "HTTP " + std::to_string(status) : outcome.detail;
        throw Error{ErrorKind::system, place(name) + ": 取り出せません（" + why + "）",
                    place(name) + ": cannot be fetched (" + why + ")"};
    }

    std::string url_;
    HttpClient& client_;
};

}  // namespace

std::unique_ptr<PublishedFolder> folder_of_files(std::string path) {
    return std::make_unique<FilesFolder>(std::move(path));
}

std::unique_ptr<PublishedFolder> folder_of_server(std::string url, HttpClient& client) {
    return std::make_unique<ServerFolder>(std::move(url), client);
}

}  // namespace daicho

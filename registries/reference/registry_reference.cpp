#include "registries/reference/registry_reference.hpp"

#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "registries/embedded/embedded_reference.hpp"
#include "registries/reference/registry_questions.hpp"
#include "registries/store/registry_pool.hpp"

namespace daicho {

namespace {

class RegistryReference final : public ReferenceData {
 public:
    explicit RegistryReference(const std::string& path) : pool_(path) {}

    void find(std::string_view kind, std::span<const std::string_view> keys, std::string_view as_of,
              std::span<ReferenceAnswer> answers) const override {
        const KeyQuestion* question = find_key_question(kind);
        if (!question) {
            embedded_reference().find(kind, keys, as_of, answers);
            return;
        }
        const auto registry = pool_.borrow();
        for (std::size_t i = 0; i < keys.size(); ++i) answers[i] = question->ask(*registry, keys[i], as_of);
    }

    std::string_view text(std::string_view kind, std::string_view key,
                          std::string_view column) const override {
        const TextQuestion* question = find_text_question(kind, column);
        if (!question) return embedded_reference().text(kind, key, column);
        const std::string asked = std::string(column).append("/").append(key);
        {
            const std::lock_guard lock(mutex_);
            if (const auto known = asked_.find(asked); known != asked_.end()) return known->second;
        }
        std::string answer;
        {
            const auto registry = pool_.borrow();
            answer = question->ask(*registry, key);
        }
        return kept(asked, std::move(answer));
    }

 private:
    /// The few different answers live as long as this; who asked for them is forgotten before it is too much.
    std::string_view kept(const std::string& asked, std::string answer) const {
        constexpr std::size_t most_asked = 65536;
        const std::lock_guard lock(mutex_);
        const std::string_view kept_answer = *answers_.insert(std::move(answer)).first;
        if (asked_.size() >= most_asked) asked_.clear();
        asked_.emplace(asked, kept_answer);
        return kept_answer;
    }

    mutable RegistryPool pool_;
    mutable std::mutex mutex_;
    mutable std::unordered_set<std::string> answers_;
    mutable std::unordered_map<std::string, std::string_view> asked_;  // column/key: the records of a table
                                                                       // ask for few places many times
};

}  // namespace

std::unique_ptr<ReferenceData> registry_reference(const std::string& path) {
    return std::make_unique<RegistryReference>(path);
}

}  // namespace daicho

#include "registries/knowledge/knowledge.hpp"

#include <atomic>
#include <mutex>
#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "registries/address/address_matcher.hpp"
#include "registries/characters/registry_characters.hpp"
#include "registries/embedded/embedded_reference.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "registries/knowledge/once_opened.hpp"
#include "registries/lookup/kept_name_search.hpp"
#include "registries/reference/indexed_addresses.hpp"
#include "registries/reference/registered_corporations.hpp"
#include "registries/reference/registered_names.hpp"
#include "registries/reference/registry_questions.hpp"
#include "registries/reference/registry_reference.hpp"
#include "registries/reference/shared_address_index.hpp"
#include "registries/store/registry_pool.hpp"

namespace daicho {

namespace {

/// Names of places, read when the first one is asked for: most runs never ask.
class CompiledPlaces final : public AddressResolver {
 public:
    std::vector<Place> resolve(std::string_view text) const override {
        return embedded_resolver().resolve(text);
    }
    std::size_t municipality_size(std::string_view text) const override {
        return embedded_resolver().municipality_size(text);
    }
    bool is_city_and_county(std::string_view text) const override {
        return embedded_resolver().is_city_and_county(text);
    }
};

/// The compiled-in tables, and the memory that they were not enough.
class CompiledCodes final : public ReferenceData {
 public:
    void find(std::string_view kind, std::span<const std::string_view> keys, std::string_view as_of,
              std::span<ReferenceAnswer> answers) const override {
        if (find_key_question(kind)) missed_ = true;
        embedded_reference().find(kind, keys, as_of, answers);
    }
    std::string text(std::string_view kind, std::string_view key, std::string_view column) const override {
        if (find_text_question(kind, column)) missed_ = true;
        return embedded_reference().text(kind, key, column);
    }
    bool missed() const { return missed_; }

 private:
    mutable std::atomic<bool> missed_{false};
};

/// An index of addresses and what asks it.
struct OpenedAddresses {
    explicit OpenedAddresses(std::shared_ptr<const AddressIndex> opened)
        : index(std::move(opened)), matcher(*index) {}

    std::shared_ptr<const AddressIndex> index;
    AddressMatcher matcher;
};

/// A registry that look-ups are made in, with what they keep of it.
struct OpenedForLookups {
    explicit OpenedForLookups(const std::string& path) : registry(path) {}

    const Registry registry;
    KeptNameSearch names;
};
using LookupPool = OpenedPool<OpenedForLookups>;

using FileNumber = std::pair<std::uint64_t, std::uint64_t>;

FileNumber number_of(const std::string& path) {
    const auto facts = path.empty() ? std::nullopt : file_facts(path);
    return facts ? facts->number : FileNumber{};
}

}  // namespace

class Knowledge::Parts {
 public:
    explicit Parts(KnowledgeOptions options)
        : options_(std::move(options)), number_(number_of(options_.registry)) {}

    const ReferenceData& codes() const {
        const ReferenceData* known =
            codes_.get([&] { return has_registry() ? registry_reference(options_.registry) : nullptr; });
        return known ? *known : compiled_codes_;
    }
    const AddressMatcher* matcher() const { return known_or_missed(opened_matcher(), missed_addresses_); }
    const CorporationReference* corporations() const {
        return known_or_missed(opened_corporations(), missed_corporations_);
    }
    const CorporationSearch* names() const { return known_or_missed(opened_names(), missed_names_); }
    const CharacterAuthority* characters() const {
        return characters_.get(
            [&] { return has_registry() ? registry_characters(options_.registry) : nullptr; });
    }
    LookupAnswer look_up(const LookupKind& kind, std::string_view query, LookupContext context) const {
        const bool beside = kind.has_address != nullptr && kind.has_address(query);
        if (kind.asks_addresses || beside || !context.corporations.address.empty())
            context.addresses = matcher();
        LookupPool* open = pool();
        if (!kind.asks_registry || !open) return ::daicho::look_up(kind, query, context);
        const auto opened = open->borrow();
        context.registry = &opened->registry;
        context.names = &opened->names;
        return ::daicho::look_up(kind, query, context);
    }
    bool with_registry(const std::function<void(const Registry&)>& use) const {
        LookupPool* open = pool();
        if (!open) return false;
        use(open->borrow()->registry);
        return true;
    }
    bool is_outdated() const { return number_of(options_.registry) != number_; }
    void open() const {
        static_cast<void>(codes());
        static_cast<void>(characters());
        static_cast<void>(pool());
        static_cast<void>(opened_matcher());
        static_cast<void>(opened_corporations());
        static_cast<void>(opened_names());
    }
    std::vector<MissingKnowledge> missing() const {
        std::vector<MissingKnowledge> all;
        if (compiled_codes_.missed()) all.push_back(MissingKnowledge::codes);
        if (missed_addresses_) all.push_back(MissingKnowledge::addresses);
        if (missed_corporations_) all.push_back(MissingKnowledge::corporations);
        if (missed_names_) all.push_back(MissingKnowledge::corporation_names);
        return all;
    }
    KnowledgeSources sources() const {
        return {.places = &places(),
                .codes = &codes(),
                .addresses = &asked_addresses_,
                .corporations = &asked_corporations_,
                .corporation_search = &asked_names_,
                .characters = characters()};
    }

 private:
    /// Asks for addresses; most tables have none, so that the index is opened late.
    class AskedAddresses final : public AddressReference {
     public:
        explicit AskedAddresses(const Parts& parts) : parts_(parts) {}
        bool is_there() const override { return parts_.matcher() != nullptr; }
        LocatedAddress locate(std::string_view text, std::string_view municipality) const override {
            const AddressMatcher* known = parts_.matcher();
            return known ? locate_address(*known, text, municipality) : LocatedAddress{};
        }

     private:
        const Parts& parts_;
    };
    class AskedCorporations final : public CorporationReference {
     public:
        explicit AskedCorporations(const Parts& parts) : parts_(parts) {}
        KnownCorporation find(std::string_view number, std::string_view as_of) const override {
            const CorporationReference* known = parts_.corporations();
            return known ? known->find(number, as_of) : KnownCorporation{};
        }
        FormerCorporation former(std::string_view number, std::string_view as_of) const override {
            const CorporationReference* known = parts_.corporations();
            return known ? known->former(number, as_of) : FormerCorporation{};
        }
        bool covers(std::string_view prefecture) const override {
            const CorporationReference* known = parts_.corporations();
            return known && known->covers(prefecture);
        }
        std::vector<std::string> repairs(std::string_view digits) const override {
            const CorporationReference* known = parts_.corporations();
            return known ? known->repairs(digits) : std::vector<std::string>{};
        }

     private:
        const Parts& parts_;
    };
    class AskedNames final : public CorporationSearch {
     public:
        explicit AskedNames(const Parts& parts) : parts_(parts) {}
        bool is_there() const override { return parts_.names() != nullptr; }
        FoundCorporation search(const SoughtCorporation& sought) const override {
            const CorporationSearch* known = parts_.names();
            return known ? known->search(sought) : FoundCorporation{};
        }

     private:
        const Parts& parts_;
    };

    bool has_registry() const { return !options_.registry.empty(); }

    const AddressMatcher* opened_matcher() const {
        const OpenedAddresses* known = addresses_.get([&]() -> std::unique_ptr<OpenedAddresses> {
            if (!has_registry()) return nullptr;
            auto index = shared_address_index(options_.registry, IndexTalk{options_.say, options_.progress});
            return index ? std::make_unique<OpenedAddresses>(std::move(index)) : nullptr;
        });
        return known ? &known->matcher : nullptr;
    }
    const CorporationReference* opened_corporations() const {
        return corporations_.get(
            [&] { return has_registry() ? registered_corporations(options_.registry) : nullptr; });
    }
    const CorporationSearch* opened_names() const {
        return names_.get([&]() -> std::unique_ptr<CorporationSearch> {
            if (!has_registry()) return nullptr;
            return registered_names(options_.registry,
                                    options_.locate_corporations ? opened_matcher() : nullptr);
        });
    }
    template <class T>
    static const T* known_or_missed(const T* known, std::atomic<bool>& missed) {
        if (!known) missed = true;
        return known;
    }
    LookupPool* pool() const {
        return pool_.get(
            [&] { return has_registry() ? std::make_unique<LookupPool>(options_.registry) : nullptr; });
    }

    KnowledgeOptions options_;
    FileNumber number_;
    OnceOpened<LookupPool> pool_;
    CompiledCodes compiled_codes_;
    OnceOpened<ReferenceData> codes_;
    OnceOpened<OpenedAddresses> addresses_;
    OnceOpened<CorporationReference> corporations_;
    OnceOpened<CorporationSearch> names_;
    OnceOpened<CharacterAuthority> characters_;
    AskedAddresses asked_addresses_{*this};
    AskedCorporations asked_corporations_{*this};
    AskedNames asked_names_{*this};
    mutable std::atomic<bool> missed_addresses_{false};
    mutable std::atomic<bool> missed_corporations_{false};
    mutable std::atomic<bool> missed_names_{false};
};

Knowledge::Knowledge(KnowledgeOptions options) : parts_(std::make_unique<Parts>(std::move(options))) {}

Knowledge::~Knowledge() = default;

KnowledgeSources Knowledge::sources() const {
    return parts_->sources();
}

bool Knowledge::with_registry(const std::function<void(const Registry&)>& use) const {
    return parts_->with_registry(use);
}

const AddressMatcher* Knowledge::addresses() const {
    return parts_->matcher();
}

const CharacterAuthority* Knowledge::characters() const {
    return parts_->characters();
}

const AddressResolver& Knowledge::places() {
    static const CompiledPlaces places;
    return places;
}

std::vector<MissingKnowledge> Knowledge::missing() const {
    return parts_->missing();
}

void Knowledge::open() const {
    parts_->open();
}

LookupAnswer Knowledge::look_up(std::string_view kind, std::string_view query, LookupContext context) const {
    const LookupKind* known = find_lookup_kind(kind);
    if (!known) {
        const std::string name{kind};
        throw Error{ErrorKind::usage, "「" + name + "」という種類の検索はありません",
                    "there is no kind of lookup named '" + name + "'"};
    }
    return parts_->look_up(*known, query, std::move(context));
}

bool Knowledge::is_outdated() const {
    return parts_->is_outdated();
}

struct SharedKnowledge::State {
    std::shared_ptr<const Knowledge> opened() const {
        auto known = std::make_shared<const Knowledge>(options);
        known->open();
        return known;
    }

    std::shared_ptr<const Knowledge> present() const {
        const std::lock_guard lock(mutex);
        return now;
    }

    KnowledgeOptions options;
    std::mutex reopening;      // one at a time
    mutable std::mutex mutex;  // of what follows
    std::shared_ptr<const Knowledge> now;
};

SharedKnowledge::SharedKnowledge(KnowledgeOptions options) : state_(std::make_unique<State>()) {
    state_->options = std::move(options);
    state_->now = state_->opened();
}

SharedKnowledge::~SharedKnowledge() = default;

std::shared_ptr<const Knowledge> SharedKnowledge::now() const {
    return state_->present();
}

bool SharedKnowledge::reopen_if_replaced() {
    const std::lock_guard one_at_a_time(state_->reopening);
    if (!state_->present()->is_outdated()) return false;
    auto opened = state_->opened();
    const std::lock_guard lock(state_->mutex);
    state_->now.swap(opened);  // the old one goes when nobody holds it any more
    return true;
}

}  // namespace daicho

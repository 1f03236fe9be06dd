#include <memory>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/values/date.hpp"
#include "registries/corporations/name_filter.hpp"
#include "registries/lookup/answer_json.hpp"
#include "registries/lookup/answer_text.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/registry.hpp"
#include "tools/address_options.hpp"
#include "tools/command.hpp"
#include "tools/input_lines.hpp"
#include "tools/known_addresses.hpp"
#include "tools/options.hpp"

namespace daicho {

namespace {

enum class Form : unsigned char { usual, json, text };

struct LookupOptions {
    std::string kind;
    std::vector<std::string> words;
    Form form = Form::usual;  // text for words of the command line, JSON for lines of standard input
    std::string as_of;
    std::size_t limit = 10;
    CorporationFilter corporations;
    std::string address;
    bool live = false;
    bool closed = false;
    AddressTarget target = AddressTarget::any;
};

/// "  municipality  municipalities and prefectures …" for each kind.
std::string kinds_in_lines(Language language) {
    std::string lines;
    for (const LookupKind& kind : lookup_kinds()) {
        std::string name(kind.name);
        name.resize(14, ' ');
        lines.append("\n  ").append(name).append(kind.help.in(language));
    }
    return lines;
}

const LookupKind& kind_of(const LookupOptions& options) {
    if (const LookupKind* kind = find_lookup_kind(options.kind)) return *kind;
    if (options.kind.empty()) {
        throw Error{"何を引くかを指定してください（例: daicho lookup municipality 千代田区）。" +
                        kinds_in_lines(Language::ja),
                    "say what to look up (as in: daicho lookup municipality 千代田区)" +
                        kinds_in_lines(Language::en)};
    }
    std::vector<std::string_view> names;
    for (const LookupKind& kind : lookup_kinds()) names.push_back(kind.name);
    throw Error{unknown_word(options.kind, names, Language::ja),
                unknown_word(options.kind, names, Language::en)};
}

/// The queries of a command line: so many words each.
std::vector<std::string> queries_of(const LookupOptions& options, const LookupKind& kind) {
    std::vector<std::string> queries;
    for (std::size_t i = 0; i < options.words.size(); ++i) {
        if (i % kind.words == 0) {
            queries.push_back(options.words[i]);
        } else {
            queries.back() += ' ' + options.words[i];
        }
    }
    if (options.words.size() % kind.words != 0) {
        const std::string count = std::to_string(kind.words);
        throw Error{"「" + options.kind + "」には語を " + count + " 個ずつ指定してください",
                    "'" + options.kind + "' takes " + count + " words at a time"};
    }
    return queries;
}

/// The registry to ask, or empty where there is none.
std::string registry_of(const LookupKind& kind, const Session& session) {
    if (!kind.asks_registry) return {};
    return session.registry.empty() ? usual_registry() : session.registry;
}

/// What some queries came to. Used by one thread at a time, as the registry is that it keeps open.
struct Answered {
    std::string out;
    std::string remarks;
    bool all_found = true;
    std::unique_ptr<Registry> registry;
};

/// Asks queries of one kind and writes the answers in one form.
struct Desk {
    const LookupKind& kind;
    LookupContext context;
    std::string registry;  ///< path; empty: none
    bool json = false;
    Language language = Language::ja;

    void answer(std::string_view query, Answered& answered) const {
        if (!registry.empty() && !answered.registry) answered.registry = std::make_unique<Registry>(registry);
        LookupContext with_registry = context;
        with_registry.registry = answered.registry.get();
        const LookupAnswer found = look_up(kind, query, with_registry);
        answered.all_found &= found.status() == LookupAnswer::Status::found;
        if (json) {
            append_answer_json(answered.out, kind, query, found, language);
        } else {
            append_answer_text(answered.out, answered.remarks, query, found, language);
        }
    }
};

/// A line of input, an answer; false where not all was found.
bool answer_standard_input(const Desk& desk, const Session& session) {
    InputLines input;
    bool all_found = true;
    ordered_pipeline<std::string, Answered>(
        hardware_threads(), [&](std::string& lines) { return input.next(lines); },
        [&](std::string& lines, Answered& answered) {
            answered.out.clear();
            answered.remarks.clear();
            answered.all_found = true;
            for_each_input_line(lines, [&](std::string_view line) { desk.answer(line, answered); });
        },
        [&](std::string&, Answered& answered) {
            session.talk << answered.remarks;
            session.out << answered.out;
            session.out.flush();
            all_found &= answered.all_found;
        });
    return all_found;
}

bool answer_words(const Desk& desk, const std::vector<std::string>& queries, const Session& session) {
    Answered answered;
    for (const std::string& query : queries) {
        if (!desk.json && !answered.out.empty()) answered.out += '\n';
        desk.answer(query, answered);
    }
    session.talk << answered.remarks;
    session.out << answered.out;
    return answered.all_found;
}

Exit look_up_all(const LookupOptions& options, const Session& session) {
    const LookupKind& kind = kind_of(options);
    if (kind.asks_addresses && !options.as_of.empty()) {
        throw Error{"--as-of は住所には使えません。住所は最新の台帳で引きます",
                    "--as-of is not for addresses: they are looked up in the newest state of the registry"};
    }
    const KnownAddresses addresses{session};
    const bool from_input = options.words.empty() || options.words == std::vector<std::string>{"-"};
    const bool json = options.form == Form::usual ? from_input : options.form == Form::json;
    CorporationFilter corporations = options.corporations;
    corporations.live = !options.closed;
    corporations.closed = !options.live;
    corporations.address = options.address;
    const bool asks_addresses = kind.asks_addresses || !corporations.address.empty();
    const Desk desk{kind,
                    {.addresses = asks_addresses ? addresses.matcher() : nullptr,
                     .target = options.target,
                     .as_of = options.as_of,
                     .limit = options.limit,
                     .corporations = corporations},
                    registry_of(kind, session),
                    json,
                    session.language};
    const bool all_found = from_input ? answer_standard_input(desk, session)
                                      : answer_words(desk, queries_of(options, kind), session);
    return all_found ? Exit::clean : Exit::findings;
}

void add_as_of(CLI::App& app, LookupOptions& options, const Session& session) {
    const auto read = [&options, &session](const std::string& given) {
        if (!date_type.is_canonical(given, {})) {
            throw CLI::ValidationError("--as-of",
                                       std::string(session.say("日付は YYYY-MM-DD で指定してください",
                                                               "write the date as YYYY-MM-DD")));
        }
        options.as_of = given;
    };
    app.add_option_function<std::string>(
           "--as-of", read,
           std::string(session.say("この日の状態で答える", "Answer with the state of that day")))
        ->type_name("YYYY-MM-DD");
}

}  // namespace

void add_corporation_filter(CLI::App& app, LookupOptions& options, const Session& session) {
    const auto say = [&](const char* ja, const char* en) { return std::string{session.say(ja, en)}; };
    app.add_option_function<std::string>(
           "--place",
           [&options, &session](const std::string& given) {
               const auto places = places_named(given);
               if (places.empty()) {
                   throw CLI::ValidationError(
                       "--place", std::string(session.say("このような都道府県・市区町村はありません: ",
                                                          "there is no such prefecture or municipality: ")) +
                                      given);
               }
               options.corporations.places.insert(options.corporations.places.end(), places.begin(),
                                                  places.end());
           },
           say("法人の所在地の都道府県・市区町村（コードか名称。複数指定可）",
               "Corporations in this prefecture or municipality, a code or name; may be repeated"))
        ->type_name("PLACE")
        ->take_all()
        ->trigger_on_parse();
    app.add_option_function<std::string>(
           "--kind",
           [&options, &session](const std::string& given) {
               const CorporationKind* kind = corporation_kind_named(given);
               if (!kind) {
                   throw CLI::ValidationError(
                       "--kind",
                       std::string(session.say("法人種別は 301 または 株式会社 のように指定してください: ",
                                               "write the kind as 301 or 株式会社: ")) +
                           given);
               }
               options.corporations.kinds.push_back(kind->code);
           },
           say("法人種別（コードか名称。複数指定可）",
               "Corporations of this kind, a code or name; may be repeated"))
        ->type_name("KIND")
        ->take_all()
        ->trigger_on_parse();
    app.add_option(
           "--address", options.address,
           say("法人の所在地。登記上の所在地と比べ、合うものを先に示す",
               "The address of the corporation: compared with the registered ones, the best come first"))
        ->type_name("TEXT");
    auto* live =
        app.add_flag("--live", options.live, say("存続する法人だけ", "Only corporations that exist"));
    app.add_flag("--closed", options.closed, say("閉鎖された法人だけ", "Only corporations that are closed"))
        ->excludes(live);
}

std::unique_ptr<Action> add_lookup(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<LookupOptions>>(look_up_all);
    LookupOptions& options = action->options;
    const auto say = [&](const char* ja, const char* en) { return std::string{session.say(ja, en)}; };
    app.add_option("KIND", options.kind,
                   say("引くもの: ", "What to look up:") + kinds_in_lines(session.language));
    add_texts(app, "QUERY", options.words,
              say("問い。なければ、または「-」なら、標準入力を1行ずつ読む",
                  "Queries; without any, or with '-', lines of standard input"));
    add_choice<Form>(app, "--format", options.form, {{"text", Form::text}, {"json", Form::json}},
                     say("出力の形式（既定は text、標準入力には json: 1件1行）",
                         "Form of the output: text, or json, a line each (default for standard input)"),
                     session);
    add_as_of(app, options, session);
    add_corporation_filter(app, options, session);
    app.add_option("--limit", options.limit,
                   say("候補の数の上限（既定は 10、0 ならすべて）", "Matches at most (default: 10; 0: all)"))
        ->type_name("N");
    add_address_target(app, options.target, session);
    return action;
}

}  // namespace daicho

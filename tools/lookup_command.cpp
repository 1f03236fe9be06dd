#include <memory>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/text/nearest.hpp"
#include "grammars/values/date.hpp"
#include "grammars/values/quantity.hpp"
#include "registries/corporations/name_filter.hpp"
#include "registries/embedded/area_named.hpp"
#include "registries/knowledge/knowledge.hpp"
#include "registries/lookup/answer_json.hpp"
#include "registries/lookup/answer_text.hpp"
#include "registries/lookup/lookup.hpp"
#include "tools/command.hpp"
#include "tools/input_lines.hpp"
#include "tools/lookup_column.hpp"
#include "tools/lookup_column_options.hpp"
#include "tools/option_list.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/report_form.hpp"
#include "tools/value_options.hpp"

namespace daicho {

namespace {

struct LookupOptions {
    std::string kind;
    std::vector<std::string> words;
    AnswerForm form =
        AnswerForm::usual;  // text for words of the command line, JSON for lines of standard input
    std::string as_of;
    std::size_t limit = 10;
    CorporationFilter corporations;
    std::vector<std::string> places;  ///< as given
    std::string address;
    std::string position;
    bool live = false;
    bool closed = false;
    AddressTarget target = AddressTarget::any;
    std::string audience;
    std::string amount;
    bool open = false;
    ColumnLookup column;
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
        throw Error{ErrorKind::usage,
                    "何を調べるかを指定してください（例: daicho lookup municipality 千代田区）。" +
                        kinds_in_lines(Language::ja),
                    "say what to look up (as in: daicho lookup municipality 千代田区)" +
                        kinds_in_lines(Language::en)};
    }
    std::vector<std::string_view> names;
    for (const LookupKind& kind : lookup_kinds()) names.push_back(kind.name);
    if (!nearest(options.kind, names).empty()) refuse_unknown_word("", options.kind, names);
    throw Error{
        ErrorKind::usage,
        "「" + options.kind + "」の前に、何を調べるかを指定してください。" + kinds_in_lines(Language::ja),
        "say what to look up in front of '" + options.kind + "'" + kinds_in_lines(Language::en)};
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
        throw Error{ErrorKind::usage, "「" + options.kind + "」には語を " + count + " 個ずつ指定してください",
                    "'" + options.kind + "' takes " + count + " words at a time"};
    }
    return queries;
}

/// What some queries came to. Used by one thread at a time.
struct Answered {
    std::string out;
    std::string remarks;
    bool all_found = true;
    bool checked = false;
};

/// Asks queries of one kind and writes the answers in one form.
struct LookupRunner {
    const LookupKind& kind;
    LookupContext context;
    const Knowledge& known;  ///< one registry for the whole run, also where another takes its place meanwhile
    bool json = false;
    Language language = Language::ja;
    std::vector<std::string> fields{};  ///< those of the answers; empty: all

    void answer(std::string_view query, Answered& answered) const {
        const LookupAnswer found = known.look_up(kind.name, query, context);
        if (!answered.checked && !found.matches.empty()) {
            check_field_names(fields, known, kind, query, context, found);
            answered.checked = true;
        }
        answered.all_found &= found.status() == LookupAnswer::Status::found;
        if (json) {
            append_answer_json(answered.out, kind, query, found, language);
        } else {
            append_answer_text(answered.out, answered.remarks, query, found, language);
        }
    }
};

/// A line of input, an answer; false where not all was found.
bool answer_standard_input(const LookupRunner& runner, const Session& session) {
    InputLines input;
    bool all_found = true;
    ordered_pipeline<std::string, Answered>(
        hardware_threads(), [&](std::string& lines) { return input.next(lines); },
        [&](std::string& lines, Answered& answered) {
            answered.out.clear();
            answered.remarks.clear();
            answered.all_found = true;
            for_each_input_line(lines, [&](std::string_view line) { runner.answer(line, answered); });
        },
        [&](std::string&, Answered& answered) {
            session.talk << answered.remarks;
            session.out << answered.out;
            session.out.flush();
            all_found &= answered.all_found;
        });
    return all_found;
}

bool answer_words(const LookupRunner& runner, const std::vector<std::string>& queries,
                  const Session& session) {
    Answered answered;
    for (const std::string& query : queries) {
        if (!runner.json && !answered.out.empty()) answered.out += '\n';
        runner.answer(query, answered);
    }
    session.talk << answered.remarks;
    session.out << answered.out;
    return answered.all_found;
}

/// Refuses what would have no effect.
void refuse_idle(const LookupOptions& options, const LookupKind& kind) {
    const auto refuse = [&](bool given, const std::string& name) {
        if (!given) return;
        throw Error{ErrorKind::usage, "「" + options.kind + "」では " + name + " は使えません",
                    name + " is not for '" + options.kind + "'"};
    };
    const ColumnLookup& column = options.column;
    const LookupFilters& by = kind.filters;
    refuse(!options.places.empty() && !by.area && !by.corporation, "--place");
    refuse(!column.place_column.empty() && !by.area, "--place-column");
    refuse(!options.position.empty() && !by.position, "--position");
    refuse(!column.position_columns.empty() && !by.position, "--position-column");
    refuse(!options.corporations.kinds.empty() && !by.corporation, "--kind");
    refuse(!options.address.empty() && !by.corporation, "--address");
    refuse(!column.address_column.empty() && !by.corporation, "--address-column");
    refuse(options.live && !by.corporation, "--live");
    refuse(options.closed && !by.corporation, "--closed");
    refuse(options.target != AddressTarget::any && !by.target, "--target");
    refuse(!options.audience.empty() && !by.programme, "--audience");
    refuse(!options.amount.empty() && !by.programme, "--amount");
    refuse(options.open && !by.programme, "--open");
    if (options.open && options.as_of.empty()) {
        throw Error{ErrorKind::usage, "--open には、いつ受け付けているかを --as-of で指定してください",
                    "--open needs --as-of: open on which day"};
    }
    if (kind.asks_addresses && !options.as_of.empty()) {
        throw Error{ErrorKind::usage,
                    "--as-of は住所には使えません。住所は台帳ファイルの最新の状態で調べます",
                    "--as-of is not for addresses: they are looked up in the newest state of the registry"};
    }
}

/// Refuses what is about a table where there is none, and the other way round.
void refuse_without_table(const LookupOptions& options) {
    const ColumnLookup& column = options.column;
    const bool table = !column.columns.empty();
    const auto refuse = [&](bool given, const std::string& name) {
        if (!given) return;
        throw Error{ErrorKind::usage, name + " は --column と一緒に指定してください",
                    name + " goes with --column"};
    };
    if (table && options.form != AnswerForm::usual) {
        throw Error{ErrorKind::usage, "--column では --format の代わりに --to を指定してください",
                    "with --column the form is chosen by --to, not --format"};
    }
    if (table) return;
    refuse(!column.place_column.empty(), "--place-column");
    refuse(!column.address_column.empty(), "--address-column");
    refuse(!column.position_columns.empty(), "--position-column");
    refuse(column.output != "-", "--output");
    refuse(column.form != InputForm::by_name, "--to");
}

/// The municipality that addresses are of where they leave it open.
std::string area_of(const LookupOptions& options, const LookupKind& kind) {
    if (!kind.filters.area || options.places.empty()) return {};
    if (options.places.size() == 1) {
        if (std::string code = area_named(options.places.front()); !code.empty()) return code;
    }
    const std::string& given = options.places.back();
    throw Error{ErrorKind::usage,
                "--place: 「" + given +
                    "」では市区町村が1つに決まりません。都道府県から書くか、コードを指定してください",
                "--place: '" + given +
                    "' does not name one municipality; write it with its prefecture, or as a code"};
}

bool look_up_table(const LookupOptions& options, const LookupRunner& runner, const Session& session) {
    ColumnLookup job = options.column;
    if (options.words.size() > 1) {
        throw Error{ErrorKind::usage, "--column では表のファイルを1つだけ指定してください",
                    "--column takes one table file"};
    }
    job.input = options.words.empty() ? "-" : options.words.front();
    return look_up_column(job, runner.kind, runner.context, runner.known, session);
}

Exit look_up_all(const LookupOptions& options, const Session& session) {
    const LookupKind& kind = kind_of(options);
    refuse_idle(options, kind);
    refuse_without_table(options);
    const Knowledge known(registry_options(session));
    const bool from_input = options.words.empty() || options.words == std::vector<std::string>{"-"};
    const bool json = is_json(options.form, from_input);
    CorporationFilter corporations = options.corporations;
    corporations.live = !options.closed;
    corporations.closed = !options.live;
    corporations.address = options.address;
    const std::string area = area_of(options, kind);
    const std::vector<std::string>& fields = options.column.fields;
    const LookupRunner runner{
        kind,
        {.target = options.target,
         .as_of = options.as_of,
         .limit = options.limit,
         .corporations = corporations,
         .programmes = {options.audience, options.amount, options.open},
         .area = area,
         .position =
             options.position.empty() ? std::nullopt : std::optional<std::string_view>(options.position),
         .fields = FieldChoice(fields, !fields.empty() && !json, kind.settled_fields())},
        known,
        json,
        session.language,
        fields};
    const bool all_found = !options.column.columns.empty() ? look_up_table(options, runner, session)
                           : from_input                    ? answer_standard_input(runner, session)
                                        : answer_words(runner, queries_of(options, kind), session);
    return all_found ? Exit::clean : Exit::findings;
}

}  // namespace

Complaint add_places(const std::string& given, LookupOptions& options) {
    CorporationFilter& filter = options.corporations;
    options.places.push_back(given);
    const auto places = places_named(given);
    if (places.empty()) {
        return BothTexts{"「" + given + "」という都道府県・市区町村はありません。",
                         "there is no prefecture or municipality '" + given + "'"};
    }
    filter.places.insert(filter.places.end(), places.begin(), places.end());
    return std::nullopt;
}

Complaint add_kind(const std::string& given, CorporationFilter& filter) {
    if (const CorporationKind* kind = corporation_kind_named(given)) {
        filter.kinds.push_back(kind->code);
        return std::nullopt;
    }
    return BothTexts{
        "「" + given + "」という法人種別はありません。301 または 株式会社 のように指定してください。",
        "there is no kind of corporation '" + given + "'; write it as 301 or 株式会社"};
}

void add_corporation_filter(OptionList& list, LookupOptions& options) {
    CorporationFilter& filter = options.corporations;
    list.read(
            "--place", "PLACE", [&](const std::string& given) { return add_places(given, options); },
            {"都道府県・市区町村（コードか名称。法人は何度でも）。住所では、市区町村を書いていないときに補う",
             "Prefecture or municipality, a code or name: of corporations (repeatable), or where an address "
             "does "
             "not name it"})
        .each_time();
    list.read(
            "--kind", "KIND", [&](const std::string& given) { return add_kind(given, filter); },
            {"法人種別（コードか名称。何度でも）", "Corporations of this kind, a code or name (repeatable)"})
        .each_time();
    list.text("--address", "TEXT", options.address,
              {"法人の所在地。公表されている所在地と比べ、合うものを先に示す",
               "Address of the corporation: compared with the published ones, the best come first"});
    list.flag("--live", options.live, {"存続する法人だけ", "Only corporations that exist"});
    list.flag("--closed", options.closed, {"閉鎖された法人だけ", "Only closed corporations"})
        .excludes("--live");
}

Complaint read_amount(const std::string& given, std::string& amount) {
    if (const auto yen = yen_type.canonical(given, {});
        yen && yen->find_first_not_of("0123456789") == yen->npos) {
        amount = *yen;
        return std::nullopt;
    }
    return BothTexts{"「" + given + "」は金額として読めません。1000000 や 100万円 のように指定してください。",
                     "'" + given + "' is no amount of yen; write it as 1000000 or 100万円"};
}

void add_programme_filter(OptionList& list, LookupOptions& options) {
    list.read(
        "--audience", "KIND",
        [&](const std::string& given) -> Complaint {
            if (given != "person" && given != "business" && given != "victim") {
                return BothTexts{
                    "「" + given +
                        "」という対象者の区分はありません（person 個人、business 事業者、victim 被災者）。",
                    "there is no audience '" + given + "' (person, business, victim)"};
            }
            options.audience = given;
            return std::nullopt;
        },
        {"この対象者の支援制度だけ（person 個人、business 事業者、victim 被災者）",
         "Only support programmes for person, business or victim (of a disaster)"});
    list.read("--amount", "YEN", [&](const std::string& given) { return read_amount(given, options.amount); },
              {"給付や借入の上限がこの金額以上の支援制度だけ",
               "Only support programmes that give or lend so much or more"});
    list.flag(
        "--open", options.open,
        {"--as-of の日に受け付けている支援制度だけ", "Only support programmes that are open on --as-of"});
}

std::unique_ptr<Action> add_lookup(OptionList& list) {
    auto action = std::make_unique<ActionOf<LookupOptions>>(look_up_all);
    LookupOptions& options = action->options;
    list.argument(
        "KIND", options.kind,
        {"調べるもの:" + kinds_in_lines(Language::ja), "What to look up:" + kinds_in_lines(Language::en)});
    list.arguments("QUERY", options.words,
                   {"検索語。なければ、または「-」なら、標準入力を1行ずつ読む",
                    "Queries; without any, or with '-', lines of standard input"});
    add_answer_form(list, options.form);
    add_as_of(list, options.as_of, {"この日の状態で答える", "Answer with the state of that day"});
    add_corporation_filter(list, options);
    add_programme_filter(list, options);
    list.number("--limit", "N", options.limit,
                {"候補の数の上限（既定は 10、0 ならすべて）", "Most matches to show (default: 10; 0: all)"});
    add_address_target(list, options.target);
    list.text("--position", "LATITUDE,LONGITUDE", options.position,
              {"住所の位置とされている緯度と経度。住所の点との距離を答える",
               "Where the address is said to be: its distance from the point of the address is told"});
    add_column_options(list, options.column);
    return action;
}

}  // namespace daicho

#include "grammars/values/url.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("URLs of the web are canonical as they are") {
    for (const char* text :
         {"https://www.city.yaizu.lg.jp/",
          "http://www.city.echizen.lg.jp/office/050/030/aedzidoutaigaisiki.html", "ftp://ftp.example.jp/a",
          "https://example.jp", "http://example.jp:8080/a?b=c&d=e#f",
          "http://www.spacelan.ne.jp/~kenboren/index.html", "https://例え.jp/避難所ー一覧?名=１",
          "https://lin.ee/T4SkVit", "http://www.city.osaka.lg.jp./chuo/",
          "https://www.facebook.com/yaizureito/?locale=ja_JP"}) {
        INFO(text);
        CHECK(url_type.is_canonical(text, {}));
        CHECK(parse_url(text).remark().rule.empty());
    }
}

TEST_CASE("URLs are read in other notations") {
    const struct {
        const char* text;
        const char* url;
    } cases[] = {
        {"  https://www.forestpark-ishikawa.jp", "https://www.forestpark-ishikawa.jp"},
        {"ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ／ａ", "https://example.jp/a"},
        {"HTTP://example.jp/A", "http://example.jp/A"},
        {"URL:https://example.jp/", "https://example.jp/"},
    };
    for (const auto& [text, url] : cases) {
        INFO(text);
        const auto read = parse_url(text);
        REQUIRE(read);
        CHECK(to_string(*read) == url);
        CHECK(read.remark().repair == RepairKind::normal_form);
    }
}

TEST_CASE("a URL without its scheme, or with a mistyped one, is refused with a guess") {
    const struct {
        const char* text;
        RuleId rule;
        const char* suggestion;
    } cases[] = {
        {"www.example.jp/a", rules::incomplete, "https://www.example.jp/a"},
        {"sbk4949.p-kit.com", rules::incomplete, "https://sbk4949.p-kit.com"},
        {"hhttp://www.city.osaka.lg.jp/tsurumi/", rules::not_of_this_type,
         "http://www.city.osaka.lg.jp/tsurumi/"},
        {"ttps://example.jp", rules::not_of_this_type, "https://example.jp"},
        {"https.www.aloe-foods.co.jp", rules::not_of_this_type, "https://www.aloe-foods.co.jp"},
        {"http//www.ishikawa-shizen.jp/noto/top.html", rules::not_of_this_type,
         "http://www.ishikawa-shizen.jp/noto/top.html"},
        {"http:/example.jp", rules::not_of_this_type, "http://example.jp"},
        {"/1000779/1000799/1000800/1031284.html", rules::incomplete, ""},
        {"event-schema.jsonld", rules::incomplete, ""},
        {"list.html#top", rules::incomplete, ""},
    };
    for (const auto& [text, rule, suggestion] : cases) {
        INFO(text);
        const auto read = parse_url(text);
        REQUIRE(!read);
        CHECK(read.refusal().rule.text == rule.text);
        CHECK(read.refusal().suggestion == suggestion);
    }
}

TEST_CASE("text after a URL is refused where it starts") {
    const auto read = parse_url(" https://example.jp/a（外部リンク）");
    REQUIRE(!read);
    CHECK(read.refusal().rule == rules::text_left_over);
    CHECK(read.refusal().where == Span{21, 42});
    CHECK(read.refusal().suggestion == "https://example.jp/a");
    CHECK(parse_url("https://a.jp/ https://b.jp/").refusal().rule == rules::several_values);
    CHECK(parse_url("https://a.jp/ https://b.jp/").refusal().where == Span{13, 27});
}

TEST_CASE("texts that are no URL are refused") {
    for (const char* text :
         {"", "#", "金沢市", "string", "https://", "https:///a", "javascript:alert(1)", "なし", "http://a"}) {
        INFO(text);
        const auto read = parse_url(text);
        REQUIRE(!read);
        CHECK(read.refusal().rule == rules::not_of_this_type);
    }
}

TEST_CASE("the recogniser of URLs agrees with the reader") {
    check_spine_around(
        url_type, {"https://example.jp/a?b", "HTTP://example.jp", "ｈｔｔｐ：／／ａ．ｊｐ", "www.example.jp"},
        "htps:/.?#@ 　\u2001（ーあ_ａ<80");
}

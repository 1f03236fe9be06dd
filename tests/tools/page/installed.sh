# For the tests of pages: sets `browser`, and `axe` to the script of axe-core or "". Ends with 77 where there is no browser.
browser=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$browser" ] || ! node --experimental-websocket -e '' 2>/dev/null; then
    echo "skipped: chromium or node is not installed"
    exit 77
fi
axe=${AXE:-}
for folder in "$(npm root -g 2>/dev/null || true)" /usr/share/nodejs /usr/share/javascript; do
    [ -n "$axe" ] || [ ! -f "$folder/axe-core/axe.min.js" ] || axe=$folder/axe-core/axe.min.js
done
[ -n "$axe" ] || echo "without axe: axe-core is not installed (npm install -g axe-core)"

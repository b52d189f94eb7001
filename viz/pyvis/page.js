"use strict";
// The page of `kg draw`: vis-network draws nodes and lines; legend, filters, search, names and the panel are here.
// All text from the data goes in through textContent or the canvas, never as HTML.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { theme, strings, facts, articles } = data;
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;

  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const lines = new Map(data.lines.map((line) => [line.id, line]));
  const linesOf = new Map(data.nodes.map((node) => [node.id, []]));
  for (const line of data.lines) {
    linesOf.get(line.from).push(line);
    linesOf.get(line.to).push(line);
  }
  const centres = new Set(data.centres);
  // For tests, and for those who look behind the page.
  window.kgPage = {};

  const state = {
    lang: data.lang,
    dark: window.matchMedia("(prefers-color-scheme: dark)").matches,
    hiddenKinds: new Set(),
    hiddenTypes: new Set(),
    confidence: 0,
    edgeNames: data.lines.length <= 60,
    selected: null, // {node: id} or {line: id}
    hovered: null,
  };

  // ---------------------------------------------------------------- words
  const say = (key, values = {}) =>
    strings[key][state.lang].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  const kindName = (kind) => theme.nodes[kind][state.lang];
  const typeName = (type, back = false) => theme.edges[type][back ? `${state.lang}_back` : state.lang];
  const propName = (key) => (theme.properties[key] ? theme.properties[key][state.lang] : key);
  const valueName = (key, value) => {
    const known = theme.values[key] && theme.values[key][value];
    return known ? known[state.lang] : Array.isArray(value) ? value.join("、") : String(value);
  };
  const colour = (entry) => (state.dark ? entry.dark : entry.light);
  const css = (name) => getComputedStyle(root).getPropertyValue(name).trim();

  /** "2023-06-20 – 2024-03" or one date, or "". */
  function period(fact) {
    if (!fact.first && !fact.last) return "";
    return !fact.last || fact.first === fact.last ? fact.first : `${fact.first ?? "…"} – ${fact.last}`;
  }
  function factExtras(fact) {
    return Object.entries(fact.props).map(([key, value]) => valueName(key, value));
  }

  // ---------------------------------------------------------------- what is shown
  const factShown = (fact) =>
    !state.hiddenTypes.has(fact.type) &&
    fact.confidence * 100 >= state.confidence &&
    !state.hiddenKinds.has(nodes.get(fact.from).kind) &&
    !state.hiddenKinds.has(nodes.get(fact.to).kind);
  const shownFacts = (line) => line.facts.map((number) => facts[number]).filter(factShown);
  const visible = { nodes: new Set(), lines: new Map() };

  function computeVisible() {
    visible.lines.clear();
    const touched = new Set(centres);
    for (const line of data.lines) {
      const shown = shownFacts(line);
      if (!shown.length) continue;
      visible.lines.set(line.id, shown);
      touched.add(line.from);
      touched.add(line.to);
    }
    visible.nodes.clear();
    for (const node of data.nodes) {
      // A node that has lost all its lines to the filters would only stand about.
      const bare = linesOf.get(node.id).length === 0;
      if (!state.hiddenKinds.has(node.kind) && (bare || touched.has(node.id))) visible.nodes.add(node.id);
    }
  }

  // ---------------------------------------------------------------- the network
  const container = byId("network");
  const visNodes = new vis.DataSet();
  const visLines = new vis.DataSet();
  const network = new vis.Network(container, { nodes: visNodes, edges: visLines }, {
    autoResize: true,
    physics: { enabled: false, barnesHut: { gravitationalConstant: -4200, springLength: 110, avoidOverlap: 0.3 } },
    interaction: { hover: true, tooltipDelay: 180, keyboard: { enabled: true, bindToWindow: false }, zoomSpeed: 0.6 },
    nodes: { borderWidth: 1.5, font: { size: 0 } },
    edges: { smooth: false, selectionWidth: 1.5, hoverWidth: 1, arrowStrikethrough: false },
    layout: { improvedLayout: false },
  });

  /** Nodes that stay bright: the selected one or both ends of the selected line, and what lies next to them. */
  function focus() {
    const chosen = state.selected;
    if (!chosen) return null;
    const bright = new Set();
    if (chosen.line) {
      const line = lines.get(chosen.line);
      bright.add(line.from).add(line.to);
    } else {
      bright.add(chosen.node);
      for (const line of linesOf.get(chosen.node)) {
        if (visible.lines.has(line.id)) bright.add(line.from).add(line.to);
      }
    }
    return bright;
  }
  const lineInFocus = (line) => {
    const chosen = state.selected;
    if (!chosen) return true;
    return chosen.line ? chosen.line === line.id : line.from === chosen.node || line.to === chosen.node;
  };

  // Lines keep a width that can be seen when zoomed out; followed in steps, since each means touching every line.
  let thickness = 1;
  network.on("zoom", followZoom);
  function followZoom() {
    const wanted = 2 ** Math.round(Math.log2(Math.max(1, 0.5 / network.getScale())));
    if (wanted === thickness) return;
    thickness = wanted;
    redraw();
  }

  let placed = false;
  function redraw() {
    computeVisible();
    const bright = focus();
    const ground = css("--ground");
    visNodes.update(data.nodes.map((node) => {
      const look = colour(theme.nodes[node.kind]);
      const dim = bright !== null && !bright.has(node.id);
      const ringed = centres.has(node.id) || (state.selected && state.selected.node === node.id);
      const entry = {
        id: node.id,
        shape: node.shape,
        size: node.size,
        hidden: !visible.nodes.has(node.id),
        opacity: dim ? 0.16 : 1,
        title: nodeTip(node),
        borderWidth: ringed ? 4 : 1.5,
        borderWidthSelected: 4,
        color: {
          background: look, border: ringed ? css("--text") : ground,
          highlight: { background: look, border: css("--text") }, hover: { background: look, border: css("--text") },
        },
      };
      if (!placed) Object.assign(entry, { x: node.x, y: node.y });
      return entry;
    }));
    placed = true;
    visLines.update(data.lines.map((line) => {
      const shown = visible.lines.get(line.id);
      if (!shown) return { id: line.id, from: line.from, to: line.to, hidden: true };
      const look = theme.edges[shown[0].type];
      const dim = !lineInFocus(line);
      const forward = shown.some((fact) => theme.edges[fact.type].directed && fact.from === line.from);
      const backward = shown.some((fact) => theme.edges[fact.type].directed && fact.from === line.to);
      const weight = Math.max(...shown.map((fact) => fact.weight));
      return {
        id: line.id, from: line.from, to: line.to, hidden: false,
        title: lineTip(line, shown),
        width: (look.width + Math.min(3, Math.log2(Math.max(1, weight)) * 0.8)) * thickness,
        dashes: look.dashed ? [5, 4] : false,
        color: { color: colour(look), highlight: colour(look), hover: colour(look), opacity: dim ? 0.1 : 0.85 },
        arrows: {
          to: { enabled: forward, scaleFactor: 0.45 / thickness },
          from: { enabled: backward, scaleFactor: 0.45 / thickness },
        },
      };
    }));
    byId("status").textContent = say("shown", {
      nodes: visible.nodes.size,
      edges: [...visible.lines.values()].reduce((sum, shown) => sum + shown.length, 0),
      all_nodes: data.nodes.length, all_edges: facts.length,
    });
  }

  const cut = (text, size) => ([...text].length > size ? `${[...text].slice(0, size).join("")}…` : text);
  function nodeTip(node) {
    const rows = [`${kindName(node.kind)}：${cut(node.name, 60)}`];
    for (const key of ["kind", "level", "date", "place", "parent", "region", "published", "source"]) {
      if (node.props[key]) rows.push(`${propName(key)}：${cut(valueName(key, node.props[key]), 40)}`);
    }
    for (const line of linesOf.get(node.id)) {
      for (const fact of visible.lines.get(line.id) ?? []) {
        if (fact.type === "HOLDS" && fact.from === node.id && rows.length < 7) {
          rows.push([cut(nodes.get(fact.to).name, 20), ...factExtras(fact), period(fact)].filter(Boolean).join(" · "));
        }
      }
    }
    return rows.join("\n");
  }
  function lineTip(line, shown) {
    const rows = shown.slice(0, 4).map((fact) => [
      `${cut(nodes.get(fact.from).name, 16)} ${typeName(fact.type)} ${cut(nodes.get(fact.to).name, 16)}`,
      ...factExtras(fact), period(fact) || say("undated"), say("articles_n", { n: fact.weight }),
    ].join(" · "));
    const first = shown.find((fact) => fact.evidence.length);
    if (first) {
      const { sentence, article } = first.evidence[0];
      const from = articles[article];
      rows.push(`“${cut(sentence, 90)}”`, `《${cut(from.title, 40)}》 ${[from.source, from.published].filter(Boolean).join(" ")}`);
    }
    return rows.join("\n");
  }

  // ---------------------------------------------------------------- names on the canvas
  // vis draws every name whatever lies under it; here a name is drawn only where it covers no other, the most
  // important first, at the same size on screen at any zoom.
  const font = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';
  const widths = new Map();
  function widthOf(ctx, text, bold) {
    const key = (bold ? "b" : "") + text;
    if (!widths.has(key)) {
      ctx.font = `${bold ? "600 " : ""}100px ${font}`;
      widths.set(key, ctx.measureText(text).width / 100);
    }
    return widths.get(key);
  }
  const wrapped = new Map();
  const latin = /[\p{Script=Latin}\p{Number}.%]/u, opening = /[“‘（《【〈「(\[]/, closing = /[”’）》】〉」)\]、，。；：！？…·—-]/;
  /** A long name in two rows of nearly equal length, broken neither inside a number nor before a closing mark. */
  function rowsOf(text) {
    if (!wrapped.has(text)) {
      const chars = [...text];
      const middle = chars.length / 2;
      let best = 0;
      for (let at = 3; chars.length > 9 && at < chars.length - 2; at += 1) {
        const before = chars[at - 1], after = chars[at];
        if ((latin.test(before) && latin.test(after)) || closing.test(after) || opening.test(before)) continue;
        if (!best || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
      }
      const rows = best ? [chars.slice(0, best).join("").trim(), chars.slice(best).join("").trim()] : [text];
      wrapped.set(text, rows);
    }
    return wrapped.get(text);
  }
  /** Zoomed far out, a node is still a dot of about three pixels and its names keep a distance. */
  const SMALLEST = 3;

  network.on("afterDrawing", (ctx) => {
    const scale = network.getScale();
    const size = 13 / scale;
    const places = network.getPositions([...visible.nodes]);
    const low = network.DOMtoCanvas({ x: -80, y: -40 });
    const high = network.DOMtoCanvas({ x: container.clientWidth + 80, y: container.clientHeight + 40 });
    const bright = focus();
    const boxes = window.kgPage.boxes = [];
    const room = (scale < 0.35 ? 14 : scale < 0.6 ? 5 : 0) / scale;
    const free = (box) => boxes.every((other) =>
      box[0] >= other[2] + room || box[2] <= other[0] - room || box[1] >= other[3] + room / 2 || box[3] <= other[1] - room / 2);
    const ink = css("--text"), halo = css("--ground");
    ctx.textAlign = "center";
    ctx.textBaseline = "top";
    ctx.lineJoin = "round";

    const rank = (id) => {
      const node = nodes.get(id);
      const chosen = state.selected && state.selected.node === id;
      return (chosen ? 1e6 : 0) + (state.hovered === id ? 5e5 : 0) + (bright && bright.has(id) ? 1e5 : 0) +
        (centres.has(id) ? 1e4 : 0) + node.degree;
    };
    const order = [...visible.nodes].filter((id) => {
      const at = places[id];
      return at && at.x > low.x && at.x < high.x && at.y > low.y && at.y < high.y;
    }).sort((a, b) => rank(b) - rank(a));
    for (const id of order) {
      const node = nodes.get(id);
      if (node.size * scale >= SMALLEST) continue;
      ctx.globalAlpha = bright && !bright.has(id) ? 0.2 : 1;
      ctx.fillStyle = colour(theme.nodes[node.kind]);
      ctx.beginPath();
      ctx.arc(places[id].x, places[id].y, Math.min(SMALLEST, 1.6 + node.size / 12) / scale, 0, 2 * Math.PI);
      ctx.fill();
    }
    for (const id of order) {
      const node = nodes.get(id);
      const dim = bright && !bright.has(id);
      if (dim && order.length > 120) continue;
      const bold = centres.has(id) || (state.selected && state.selected.node === id);
      const rows = rowsOf(node.label);
      const at = places[id];
      const wide = Math.max(...rows.map((row) => widthOf(ctx, row, bold))) * size;
      const top = at.y + node.size * (node.shape === "triangle" ? 0.75 : 1) + 3 / scale;
      const box = [at.x - wide / 2 - 2 / scale, top, at.x + wide / 2 + 2 / scale, top + rows.length * size * 1.2];
      if (!free(box)) continue;
      boxes.push(box);
      ctx.globalAlpha = dim ? 0.3 : 1;
      ctx.font = `${bold ? "600 " : ""}${size}px ${font}`;
      ctx.strokeStyle = halo;
      ctx.lineWidth = 3.5 / scale;
      ctx.fillStyle = ink;
      rows.forEach((row, number) => {
        const y = top + number * size * 1.2;
        ctx.strokeText(row, at.x, y);
        ctx.fillText(row, at.x, y);
      });
    }
    // Names of lines: of those in focus, or of all where asked for; never over a name or another.
    const lineSize = 11 / scale;
    ctx.textBaseline = "middle";
    for (const [id, shown] of visible.lines) {
      const line = lines.get(id);
      const chosen = state.selected ? lineInFocus(line) : state.edgeNames || state.hovered === id;
      const a = places[line.from], b = places[line.to];
      if (!chosen || !a || !b) continue;
      const text = [...new Set(shown.map((fact) =>
        fact.type === "HOLDS" && fact.props.title ? cut(String(fact.props.title), 10)
          : fact.props.mode ? valueName("mode", fact.props.mode) : typeName(fact.type)))].slice(0, 3).join(state.lang === "zh" ? "、" : ", ");
      const wide = widthOf(ctx, text, false) * lineSize;
      if (Math.hypot(a.x - b.x, a.y - b.y) < wide * 0.9) continue;
      for (const share of [0.5, 0.62, 0.38]) {
        const x = a.x + (b.x - a.x) * share, y = a.y + (b.y - a.y) * share;
        const box = [x - wide / 2 - 1 / scale, y - lineSize * 0.6, x + wide / 2 + 1 / scale, y + lineSize * 0.6];
        if (x < low.x || x > high.x || y < low.y || y > high.y || !free(box)) continue;
        boxes.push(box);
        ctx.font = `${lineSize}px ${font}`;
        ctx.globalAlpha = 1;
        ctx.strokeStyle = halo;
        ctx.lineWidth = 4 / scale;
        ctx.strokeText(text, x, y);
        ctx.fillStyle = colour(theme.edges[shown[0].type]);
        ctx.fillText(text, x, y);
        break;
      }
    }
    ctx.globalAlpha = 1;
  });

  // ---------------------------------------------------------------- small drawings for legend and lists
  const SVG = "http://www.w3.org/2000/svg";
  function shape(kind) {
    const mark = document.createElementNS(SVG, "svg");
    mark.setAttribute("viewBox", "-11 -7 22 14");
    mark.setAttribute("class", "swatch");
    mark.setAttribute("aria-hidden", "true");
    const points = {
      diamond: "0,-6.5 6.5,0 0,6.5 -6.5,0", hexagon: "-6.5,0 -3.2,-5.6 3.2,-5.6 6.5,0 3.2,5.6 -3.2,5.6",
      triangle: "0,-6 6.2,5 -6.2,5", square: "-5.2,-5.2 5.2,-5.2 5.2,5.2 -5.2,5.2",
      star: "0,-6.6 1.9,-2.1 6.4,-2 2.9,1 4.1,5.6 0,3 -4.1,5.6 -2.9,1 -6.4,-2 -1.9,-2.1",
    }[theme.nodes[kind].shape];
    const part = document.createElementNS(SVG, points ? "polygon" : "circle");
    if (points) part.setAttribute("points", points); else part.setAttribute("r", "5.6");
    part.setAttribute("fill", colour(theme.nodes[kind]));
    mark.append(part);
    return mark;
  }
  function stroke(type) {
    const look = theme.edges[type];
    const mark = document.createElementNS(SVG, "svg");
    mark.setAttribute("viewBox", "-11 -7 22 14");
    mark.setAttribute("class", "swatch");
    mark.setAttribute("aria-hidden", "true");
    const part = document.createElementNS(SVG, "line");
    for (const [key, value] of Object.entries({ x1: -10, x2: 10, y1: 0, y2: 0, stroke: colour(look), "stroke-width": look.width + 0.6 })) {
      part.setAttribute(key, value);
    }
    if (look.dashed) part.setAttribute("stroke-dasharray", "4 3");
    mark.append(part);
    return mark;
  }
  function element(tag, text, className) {
    const made = document.createElement(tag);
    if (text !== undefined && text !== null) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // ---------------------------------------------------------------- legend and filters
  function typeRows(holder, all, hidden, count, draw, name) {
    holder.replaceChildren();
    for (const key of all) {
      const total = count(key);
      if (!total) continue;
      const row = element("label", null, "type");
      const box = element("input");
      box.type = "checkbox";
      box.checked = !hidden.has(key);
      box.dataset.key = key;
      box.addEventListener("change", () => {
        if (box.checked) hidden.delete(key); else hidden.add(key);
        filtersChanged();
      });
      row.append(box, draw(key), element("span", name(key)), element("small", String(total)));
      holder.append(row);
    }
  }
  function legend() {
    typeRows(byId("node-types"), Object.keys(theme.nodes), state.hiddenKinds,
      (kind) => data.nodes.filter((node) => node.kind === kind).length, shape, kindName);
    typeRows(byId("edge-types"), Object.keys(theme.edges), state.hiddenTypes,
      (type) => facts.filter((fact) => fact.type === type).length, stroke, typeName);
  }
  function filtersChanged() {
    redraw();
    if (state.selected) showPanel();
  }
  byId("confidence").addEventListener("input", (event) => {
    state.confidence = Number(event.target.value);
    byId("confidence-value").textContent = `${state.confidence}%`;
    filtersChanged();
  });
  byId("reset").addEventListener("click", () => {
    state.hiddenKinds.clear();
    state.hiddenTypes.clear();
    state.confidence = 0;
    byId("confidence").value = "0";
    byId("confidence-value").textContent = "0%";
    legend();
    filtersChanged();
  });

  // ---------------------------------------------------------------- panel
  function nameButton(id) {
    const button = element("button", null, "name");
    button.type = "button";
    button.append(element("bdi", nodes.get(id).name));
    button.addEventListener("click", () => select({ node: id }, true));
    return button;
  }
  /** The sentence with the names of both ends marked. */
  function marked(sentence, words) {
    const paragraph = element("p");
    const line = element("bdi");
    const sought = [...new Set(words.filter((word) => word.length > 1))].sort((a, b) => b.length - a.length);
    let at = 0;
    while (at < sentence.length) {
      let best = -1, found = "";
      for (const word of sought) {
        const where = sentence.indexOf(word, at);
        if (where >= 0 && (best < 0 || where < best)) { best = where; found = word; }
      }
      if (best < 0) break;
      line.append(sentence.slice(at, best), element("mark", found));
      at = best + found.length;
    }
    line.append(sentence.slice(at));
    paragraph.append(line);
    return paragraph;
  }
  const wordsOf = (id) => {
    const node = nodes.get(id);
    const names = [node.name, ...(node.props.aliases ?? [])];
    if (node.kind === "Region") names.push(...names.map((name) => name.replace(/(省|市|区|县|自治州|自治区)$/, "")));
    return names;
  };
  function quotes(fact) {
    const holder = document.createDocumentFragment();
    if (!fact.evidence.length) holder.append(element("p", say("no_evidence"), "soft"));
    for (const item of fact.evidence) {
      const from = articles[item.article];
      const quote = element("blockquote");
      const foot = element("footer");
      foot.append(element("bdi", `《${from.title || say("untitled")}》`));
      foot.append(` ${[from.source, from.published || say("undated")].filter(Boolean).join(" · ")} · ${say("confidence_is", { c: item.confidence.toFixed(2) })}`);
      if (from.url && /^https?:\/\//i.test(from.url)) {
        const link = element("a", say("open_article"));
        link.href = from.url;
        link.target = "_blank";
        link.rel = "noopener noreferrer";
        foot.append(" · ", link);
      }
      quote.append(marked(item.sentence, [...wordsOf(fact.from), ...wordsOf(fact.to), String(fact.props.title ?? "")]), foot);
      holder.append(quote);
    }
    if (fact.more) holder.append(element("p", say("evidence_more", { n: fact.more }), "soft"));
    return holder;
  }
  const factNotes = (fact, extras = true) =>
    [...(extras ? factExtras(fact) : []), period(fact) || say("undated"), say("articles_n", { n: fact.weight }),
      say("confidence_is", { c: fact.confidence.toFixed(2) })].join(" · ");

  function nodePanel(body, id) {
    const node = nodes.get(id);
    const title = element("h2");
    title.append(element("bdi", node.name));
    const kind = element("p", null, "kind");
    kind.append(shape(node.kind), kindName(node.kind));
    body.append(title, kind);
    const list = element("dl");
    for (const [key, value] of Object.entries(node.props)) {
      if (key === "url" && /^https?:\/\//i.test(value)) {
        const link = element("a", value);
        Object.assign(link, { href: value, target: "_blank", rel: "noopener noreferrer" });
        const cell = element("dd");
        cell.append(link);
        list.append(element("dt", propName(key)), cell);
      } else {
        list.append(element("dt", propName(key)), element("dd", valueName(key, value)));
      }
    }
    if (list.childElementCount) body.append(list);
    const groups = new Map();
    let hidden = 0;
    for (const line of linesOf.get(id)) {
      const shown = visible.lines.get(line.id) ?? [];
      hidden += line.facts.length - shown.length;
      for (const fact of shown) {
        const key = `${fact.type} ${fact.from === id ? "" : "back"}`;
        groups.set(key, [...(groups.get(key) ?? []), fact]);
      }
    }
    const order = Object.keys(theme.edges);
    const sorted = [...groups].sort((a, b) => order.indexOf(a[0].split(" ")[0]) - order.indexOf(b[0].split(" ")[0]));
    if (!sorted.length && !hidden) body.append(element("p", say("no_facts"), "soft"));
    for (const [key, group] of sorted) {
      const [type, back] = key.split(" ");
      const head = element("h3");
      head.append(stroke(type), typeName(type, Boolean(back)), element("small", String(group.length)));
      body.append(head);
      group.sort((a, b) => (b.last ?? "").localeCompare(a.last ?? ""));
      for (const fact of group) {
        const row = element("div", null, "fact");
        const line = element("div", null, "head");
        line.append(nameButton(fact.from === id ? fact.to : fact.from), element("small", factNotes(fact)));
        const more = element("details");
        more.append(element("summary", `${say("evidence")} ${fact.evidence.length + fact.more}`), quotes(fact));
        row.append(line, more);
        body.append(row);
      }
    }
    if (hidden) body.append(element("p", say("hidden_facts", { n: hidden }), "soft"));
  }
  function linePanel(body, id) {
    const line = lines.get(id);
    const title = element("h2");
    title.append(nameButton(line.from), " — ", nameButton(line.to));
    body.append(title);
    const shown = visible.lines.get(id) ?? [];
    for (const fact of shown) {
      const head = element("h3");
      head.append(stroke(fact.type), [typeName(fact.type), ...factExtras(fact)].join(" · "));
      const text = element("p", null, "soft");
      text.append(element("bdi", nodes.get(fact.from).name), ` ${theme.edges[fact.type].directed ? "→" : "—"} `,
        element("bdi", nodes.get(fact.to).name), ` · ${factNotes(fact, false)}`);
      body.append(head, text, quotes(fact));
    }
    if (line.facts.length > shown.length) {
      body.append(element("p", say("hidden_facts", { n: line.facts.length - shown.length }), "soft"));
    }
  }
  function showPanel() {
    const body = byId("panel-body");
    body.replaceChildren();
    byId("panel").hidden = !state.selected;
    if (!state.selected) return;
    if (state.selected.node !== undefined) nodePanel(body, state.selected.node);
    else linePanel(body, state.selected.line);
    byId("panel").scrollTop = 0;
  }
  function select(chosen, move = false) {
    state.selected = chosen;
    showPanel();
    redraw();
    if (!chosen) network.unselectAll();
    else if (chosen.node !== undefined) {
      if (visible.nodes.has(chosen.node)) network.selectNodes([chosen.node], false);
    } else network.setSelection({ nodes: [], edges: [chosen.line] }, { highlightEdges: false });
    const node = chosen && (chosen.node ?? lines.get(chosen.line).from);
    if (!chosen || !visible.nodes.has(node)) return;
    // In a narrow window the panel covers the lower half: bring what was chosen above it.
    const covered = window.innerWidth <= 900 ? container.clientHeight * 0.28 : 0;
    if (move || covered) {
      requestAnimationFrame(() => network.focus(node, {
        scale: Math.max(network.getScale(), move ? 0.8 : 0), offset: { x: 0, y: -covered },
        animation: { duration: 250, easingFunction: "easeInOutQuad" },
      }));
    }
  }
  network.on("click", (event) => {
    if (event.nodes.length) select({ node: event.nodes[0] });
    else if (event.edges.length) select({ line: event.edges[0] });
    else select(null);
  });
  network.on("hoverNode", (event) => { state.hovered = event.node; });
  network.on("hoverEdge", (event) => { state.hovered = event.edge; });
  network.on("blurNode", () => { state.hovered = null; });
  network.on("blurEdge", () => { state.hovered = null; });
  byId("close").addEventListener("click", () => select(null));

  // ---------------------------------------------------------------- search
  const search = byId("search"), results = byId("results");
  let matches = [], active = -1;
  const key = (text) => text.toLowerCase().normalize("NFKC");
  const index = data.nodes.map((node) => ({ node, words: [node.name, ...(node.props.aliases ?? [])].map(key) }));
  function find() {
    const sought = key(search.value.trim());
    active = -1;
    results.replaceChildren();
    if (!sought) {
      results.hidden = true;
      search.setAttribute("aria-expanded", "false");
      search.removeAttribute("aria-activedescendant");
      return;
    }
    const score = (words) => Math.min(...words.map((word) =>
      word === sought ? 0 : word.startsWith(sought) ? 1 : word.includes(sought) ? 2 : 9));
    matches = index.map(({ node, words }) => ({ node, score: score(words) })).filter((entry) => entry.score < 9)
      .sort((a, b) => a.score - b.score || b.node.degree - a.node.degree || (a.node.name < b.node.name ? -1 : 1))
      .slice(0, 40).map((entry) => entry.node);
    matches.forEach((node, number) => {
      const row = element("li");
      row.id = `result-${number}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      row.append(shape(node.kind), element("bdi", node.name), element("small", kindName(node.kind)));
      row.addEventListener("click", () => choose(number));
      results.append(row);
    });
    if (!matches.length) results.append(element("li", say("no_match"), "empty"));
    results.hidden = false;
    search.setAttribute("aria-expanded", "true");
  }
  function activate(number) {
    if (!matches.length) return;
    active = (number + matches.length) % matches.length;
    [...results.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === active)));
    results.children[active].scrollIntoView({ block: "nearest" });
    search.setAttribute("aria-activedescendant", `result-${active}`);
  }
  function choose(number) {
    const node = matches[number];
    if (!node) return;
    if (state.hiddenKinds.delete(node.kind)) legend();
    results.hidden = true;
    search.setAttribute("aria-expanded", "false");
    select({ node: node.id }, true);
    byId("panel").focus();
  }
  search.addEventListener("input", find);
  search.addEventListener("focus", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") activate(active + 1);
    else if (event.key === "ArrowUp") activate(active - 1);
    else if (event.key === "Enter") choose(Math.max(active, 0));
    else if (event.key === "Escape") { search.value = ""; find(); return; }
    else return;
    event.preventDefault();
  });
  document.addEventListener("pointerdown", () => { root.dataset.pointer = ""; }, true);
  document.addEventListener("keydown", (event) => {
    delete root.dataset.pointer;
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && state.selected) {
      select(null);
    }
  });

  // ---------------------------------------------------------------- tools
  const press = (id, on) => byId(id).setAttribute("aria-pressed", String(on));
  network.on("animationFinished", followZoom);
  byId("fit").addEventListener("click", () => network.fit({ animation: { duration: 250, easingFunction: "easeInOutQuad" } }));
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: { duration: 120, easingFunction: "linear" } });
  byId("zoom-in").addEventListener("click", () => zoom(1.3));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  byId("edge-names").addEventListener("click", () => {
    state.edgeNames = !state.edgeNames;
    press("edge-names", state.edgeNames);
    network.redraw();
  });
  let moving = false;
  byId("physics").addEventListener("click", () => {
    moving = !moving;
    press("physics", moving);
    network.setOptions({ physics: { enabled: moving } });
  });
  byId("export-png").addEventListener("click", () => {
    const canvas = container.querySelector("canvas");
    const copy = element("canvas");
    copy.width = canvas.width;
    copy.height = canvas.height;
    const ctx = copy.getContext("2d");
    ctx.fillStyle = css("--ground");
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(canvas, 0, 0);
    copy.toBlob((blob) => {
      const link = element("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${document.title.replace(/[\\/:*?"<>|]/g, "_").slice(0, 80)}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    });
  });
  byId("filters-toggle").addEventListener("click", () => showFilters(byId("filters").hidden));
  function showFilters(on) {
    byId("filters").hidden = !on;
    byId("filters-toggle").setAttribute("aria-expanded", String(on));
  }
  byId("theme").addEventListener("click", () => {
    state.dark = !state.dark;
    applyTheme();
    redraw();
    if (state.selected) showPanel();
  });
  byId("language").addEventListener("click", () => {
    state.lang = state.lang === "zh" ? "en" : "zh";
    applyWords();
    redraw();
    if (state.selected) showPanel();
  });
  function applyTheme() {
    root.dataset.theme = state.dark ? "dark" : "light";
    legend();
  }
  function applyWords() {
    root.lang = state.lang === "zh" ? "zh-CN" : "en";
    for (const item of document.querySelectorAll("[data-t]")) item.textContent = say(item.dataset.t);
    for (const item of document.querySelectorAll("[data-label]")) item.setAttribute("aria-label", say(item.dataset.label));
    for (const item of document.querySelectorAll("[data-hint]")) item.placeholder = say(item.dataset.hint);
    legend();
  }

  showFilters(window.innerWidth > 900);
  press("edge-names", state.edgeNames);
  applyTheme();
  redraw();
  network.fit({ animation: false });
  followZoom();
  window.addEventListener("resize", () => network.redraw());
  Object.assign(window.kgPage, { network, state, visible, select, nodes, lines });
})();

"""Reports: what the graph says of a region, a pair, a person, an initiative, a cluster, all of it, or of late.

One model (`kg.report.model`): sections of sentences, tables and charts, each with the numbers of its citations. The
writers of the single reports fill it from the graph (`kg.report.write.report`); the renderers turn it into HTML,
Markdown or DOCX (`kg.report.render.render`) and know nothing of graphs.
"""

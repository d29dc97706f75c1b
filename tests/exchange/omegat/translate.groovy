import org.omegat.core.Core
import org.omegat.core.data.PrepareTMXEntry

if (eventType.toString() == "LOAD") {
    def project = Core.project
    def drafts = [:]
    project.transMemories.each { name, memory ->
        println "MEMORY ${name} ${memory.entries.size()}"
        memory.entries.each { drafts[it.source] = it.translation }
    }
    project.allEntries.each {
        def found = project.getTranslationInfo(it)
        println "SEGMENT ${it.key.id} | ${it.srcText} | ${found.translation}"
        if (found.note) println "NOTE ${it.srcText} | ${found.note}"
    }
    def translate = { place, text, isDefault ->
        def entry = project.allEntries[place]
        def translation = new PrepareTMXEntry()
        translation.source = entry.srcText
        translation.translation = text
        project.setTranslation(entry, translation, isDefault, null)
    }
    translate(1, "Из OmegaT\u2028 <a0>«&»</a0>", false)
    translate(2, drafts[project.allEntries[2].srcText], true)
    translate(3, "Собака спит.", true)
    def properties = project.projectProperties
    project.projectTMX.save(properties, properties.projectInternal + "project_save.tmx", true)
}

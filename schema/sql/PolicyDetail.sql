-- PolicyDetail, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Query.policyDocument (PolicyDocument)
-- _l0: PolicyDocument.topics
-- _r1: PolicyDocument.currentEdition
-- _r2: PolicyEdition.segmentCount
-- _l1: PolicyEdition.segments
-- _l2: PolicyEdition.lectures
-- _l3: PolicyEdition.citingCourses
-- _l4: PolicyDocument.editions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      policy_document_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."document_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $2::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select (count(*)::int)::text
                      from segment _r2
                      where _r2."edition_id" = _r1.id
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || right(json_build_array(_l1."heading", _l1."text")::text, -1),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from segment _l1
                          where
                            (
                              _l1."edition_id" = _r1.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit ($3::int + 1)
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l2."id"::text || '",' || _l2."duration_minutes"::text || ',' || right(json_build_array(_l2."title", _l2."lecturer_name", _l2."media_url")::text, -1),
                          ','
                        ) || ']'
                      from
                        (
                          select _l2.*
                          from
                            lecture_citation _link
                            join policy_lecture _l2 on _l2.id = _link."lecture_id"
                          where
                            (
                              _link."edition_id" = _r1.id
                              and (
                                (
                                  _l2.created_by_id = $4::uuid
                                  and exists (
                                    select 1
                                    from staff_assignment own
                                    where
                                      own.staff_id = $4::uuid
                                      and own.ended_at is null
                                      and own.valid_from <= $5::date
                                      and (
                                        own.valid_to is null
                                        or own.valid_to >= $5::date
                                      )
                                      and (
                                        own.school_id = _l2.school_id
                                        or (
                                          _l2.school_id is null
                                          and coalesce(_l2.district_id, own.district_id) = own.district_id
                                        )
                                      )
                                  )
                                )
                                or (
                                  _l2.status = 'PUBLISHED'
                                  and (
                                    _l2.is_public
                                    or exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = _l2.audience_id
                                        and t.key = any ($6::text[])
                                    )
                                  )
                                )
                              )
                              and true
                            )
                          order by
                            _l2."listed_at" desc,
                            _l2."id" desc
                          limit $7::int
                        ) _l2
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l3."id"::text || '",' || coalesce('"' || _l3."published_at"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              _l3."title",
                              (
                                select ceil(sum(lsn.duration_seconds) / 60.0)::int
                                from
                                  course_edition pub
                                  join lesson lsn on lsn.edition_id = pub.id
                                where
                                  pub.course_id = _l3.id
                                  and pub.status = 'PUBLISHED'
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l3.*
                          from course _l3
                          where
                            (
                              _l3.id in (
                                select own.course_id
                                from
                                  course_citation cit
                                  join course_edition own on own.id = cit.course_edition_id
                                where
                                  cit.policy_edition_id = _r1.id
                                  and own.status = 'PUBLISHED'
                              )
                              and (
                                (
                                  _l3.created_by_id = $4::uuid
                                  and exists (
                                    select 1
                                    from staff_assignment own
                                    where
                                      own.staff_id = $4::uuid
                                      and own.ended_at is null
                                      and own.valid_from <= $5::date
                                      and (
                                        own.valid_to is null
                                        or own.valid_to >= $5::date
                                      )
                                      and (
                                        own.school_id = _l3.school_id
                                        or (
                                          _l3.school_id is null
                                          and coalesce(_l3.district_id, own.district_id) = own.district_id
                                        )
                                      )
                                  )
                                )
                                or (
                                  (
                                    select true
                                    from course_edition pub
                                    where
                                      pub.course_id = _l3.id
                                      and pub.status = 'PUBLISHED'
                                  )
                                  and (
                                    _l3.is_public
                                    or exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = _l3.audience_id
                                        and t.key = any ($6::text[])
                                    )
                                  )
                                )
                              )
                              and true
                            )
                          order by
                            _l3."listed_at" desc,
                            _l3."id" desc
                          limit $8::int
                        ) _l3
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '",' || _r1."number"::text || ',"' || _r1."effective_from"::text || '",' || coalesce('"' || _r1."effective_to"::text || '"', 'null') || ',' || coalesce('"' || _r1."ending"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _r1."title",
                        (
                          case
                            when _r1.status <> 'PUBLISHED' then null
                            when _r1.effective_from > $5::date then 'NOT_YET_IN_FORCE'
                            when _r1.effective_to < $5::date then _r1.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    )
                  )
                from policy_edition _r1
                where
                  (
                    _r1.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _r0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $5::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $5::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r1.document_id
                        and (
                          (
                            _r1.status = 'PUBLISHED'
                            and (
                              doc.is_public
                              or exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = doc.audience_id
                                  and t.key = any ($6::text[])
                              )
                            )
                          )
                          or (
                            doc.created_by_id = $4::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $4::uuid
                                and own.ended_at is null
                                and own.valid_from <= $5::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $5::date
                                )
                                and (
                                  own.school_id = doc.school_id
                                  or (
                                    doc.school_id is null
                                    and coalesce(doc.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '",' || _l4."number"::text || ',"' || _l4."effective_from"::text || '",' || right(
                      json_build_array(
                        _l4."title",
                        (
                          case
                            when _l4.status <> 'PUBLISHED' then null
                            when _l4.effective_from > $5::date then 'NOT_YET_IN_FORCE'
                            when _l4.effective_to < $5::date then _l4.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from policy_edition _l4
                    where
                      (
                        _l4."document_id" = _r0.id
                        and (
                          _l4.status = 'PUBLISHED'
                          or (
                            _r0.created_by_id = $4::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $4::uuid
                                and own.ended_at is null
                                and own.valid_from <= $5::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $5::date
                                )
                                and (
                                  own.school_id = _r0.school_id
                                  or (
                                    _r0.school_id is null
                                    and coalesce(_r0.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l4."effective_from" desc,
                      _l4."id" desc
                    limit $9::int
                  ) _l4
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."issued_on"::text || '","' || _r0."level"::text || '",' || right(json_build_array(_r0."title", _r0."document_number", _r0."issuer")::text, -1)
            ),
            ','
          ) || ']'
        from policy_document _r0
        where
          (
            _r0.id = any ($10::uuid[])
            and (
              (
                _r0.created_by_id = $4::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $4::uuid
                    and own.ended_at is null
                    and own.valid_from <= $5::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $5::date
                    )
                    and (
                      own.school_id = _r0.school_id
                      or (
                        _r0.school_id is null
                        and coalesce(_r0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                (
                  select true
                  from policy_edition pub
                  where
                    pub.document_id = _r0.id
                    and pub.status = 'PUBLISHED'
                  limit 1
                )
                and (
                  _r0.is_public
                  or exists (
                    select 1
                    from audience_target t
                    where
                      t.audience_id = _r0.audience_id
                      and t.key = any ($6::text[])
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest
-- _r0: Query.policyDocument (PolicyDocument)
-- _l0: PolicyDocument.topics
-- _r1: PolicyDocument.currentEdition
-- _r2: PolicyEdition.segmentCount
-- _l1: PolicyEdition.segments
-- _l2: PolicyEdition.lectures
-- _l3: PolicyEdition.citingCourses
-- _l4: PolicyDocument.editions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      policy_document_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."document_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $2::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select (count(*)::int)::text
                      from segment _r2
                      where _r2."edition_id" = _r1.id
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || right(json_build_array(_l1."heading", _l1."text")::text, -1),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from segment _l1
                          where
                            (
                              _l1."edition_id" = _r1.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit ($3::int + 1)
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l2."id"::text || '",' || _l2."duration_minutes"::text || ',' || right(json_build_array(_l2."title", _l2."lecturer_name", _l2."media_url")::text, -1),
                          ','
                        ) || ']'
                      from
                        (
                          select _l2.*
                          from
                            lecture_citation _link
                            join policy_lecture _l2 on _l2.id = _link."lecture_id"
                          where
                            (
                              _link."edition_id" = _r1.id
                              and (
                                _l2.status = 'PUBLISHED'
                                and _l2.is_public
                              )
                              and true
                            )
                          order by
                            _l2."listed_at" desc,
                            _l2."id" desc
                          limit $4::int
                        ) _l2
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l3."id"::text || '",' || coalesce('"' || _l3."published_at"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              _l3."title",
                              (
                                select ceil(sum(lsn.duration_seconds) / 60.0)::int
                                from
                                  course_edition pub
                                  join lesson lsn on lsn.edition_id = pub.id
                                where
                                  pub.course_id = _l3.id
                                  and pub.status = 'PUBLISHED'
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l3.*
                          from course _l3
                          where
                            (
                              _l3.id in (
                                select own.course_id
                                from
                                  course_citation cit
                                  join course_edition own on own.id = cit.course_edition_id
                                where
                                  cit.policy_edition_id = _r1.id
                                  and own.status = 'PUBLISHED'
                              )
                              and (
                                (
                                  select true
                                  from course_edition pub
                                  where
                                    pub.course_id = _l3.id
                                    and pub.status = 'PUBLISHED'
                                )
                                and _l3.is_public
                              )
                              and true
                            )
                          order by
                            _l3."listed_at" desc,
                            _l3."id" desc
                          limit $5::int
                        ) _l3
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '",' || _r1."number"::text || ',"' || _r1."effective_from"::text || '",' || coalesce('"' || _r1."effective_to"::text || '"', 'null') || ',' || coalesce('"' || _r1."ending"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _r1."title",
                        (
                          case
                            when _r1.status <> 'PUBLISHED' then null
                            when _r1.effective_from > $6::date then 'NOT_YET_IN_FORCE'
                            when _r1.effective_to < $6::date then _r1.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    )
                  )
                from policy_edition _r1
                where
                  (
                    _r1.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _r0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $6::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $6::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r1.document_id
                        and (
                          _r1.status = 'PUBLISHED'
                          and doc.is_public
                        )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '",' || _l4."number"::text || ',"' || _l4."effective_from"::text || '",' || right(
                      json_build_array(
                        _l4."title",
                        (
                          case
                            when _l4.status <> 'PUBLISHED' then null
                            when _l4.effective_from > $6::date then 'NOT_YET_IN_FORCE'
                            when _l4.effective_to < $6::date then _l4.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from policy_edition _l4
                    where
                      (
                        _l4."document_id" = _r0.id
                        and _l4.status = 'PUBLISHED'
                        and true
                      )
                    order by
                      _l4."effective_from" desc,
                      _l4."id" desc
                    limit $7::int
                  ) _l4
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."issued_on"::text || '","' || _r0."level"::text || '",' || right(json_build_array(_r0."title", _r0."document_number", _r0."issuer")::text, -1)
            ),
            ','
          ) || ']'
        from policy_document _r0
        where
          (
            _r0.id = any ($8::uuid[])
            and (
              (
                select true
                from policy_edition pub
                where
                  pub.document_id = _r0.id
                  and pub.status = 'PUBLISHED'
                limit 1
              )
              and _r0.is_public
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _r0: Query.policyDocument (PolicyDocument)
-- _l0: PolicyDocument.topics
-- _r1: PolicyDocument.currentEdition
-- _r2: PolicyEdition.segmentCount
-- _l1: PolicyEdition.segments
-- _l2: PolicyEdition.lectures
-- _l3: PolicyEdition.citingCourses
-- _l4: PolicyDocument.editions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      policy_document_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."document_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $2::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select (count(*)::int)::text
                      from segment _r2
                      where _r2."edition_id" = _r1.id
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || right(json_build_array(_l1."heading", _l1."text")::text, -1),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from segment _l1
                          where
                            (
                              _l1."edition_id" = _r1.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit ($3::int + 1)
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l2."id"::text || '",' || _l2."duration_minutes"::text || ',' || right(json_build_array(_l2."title", _l2."lecturer_name", _l2."media_url")::text, -1),
                          ','
                        ) || ']'
                      from
                        (
                          select _l2.*
                          from
                            lecture_citation _link
                            join policy_lecture _l2 on _l2.id = _link."lecture_id"
                          where
                            (
                              _link."edition_id" = _r1.id
                              and (
                                (
                                  _l2.created_by_id = $4::uuid
                                  and exists (
                                    select 1
                                    from staff_assignment own
                                    where
                                      own.staff_id = $4::uuid
                                      and own.ended_at is null
                                      and own.valid_from <= $5::date
                                      and (
                                        own.valid_to is null
                                        or own.valid_to >= $5::date
                                      )
                                      and (
                                        own.school_id = _l2.school_id
                                        or (
                                          _l2.school_id is null
                                          and coalesce(_l2.district_id, own.district_id) = own.district_id
                                        )
                                      )
                                  )
                                )
                                or (
                                  _l2.status = 'PUBLISHED'
                                  and _l2.is_public
                                )
                              )
                              and true
                            )
                          order by
                            _l2."listed_at" desc,
                            _l2."id" desc
                          limit $6::int
                        ) _l2
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l3."id"::text || '",' || coalesce('"' || _l3."published_at"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              _l3."title",
                              (
                                select ceil(sum(lsn.duration_seconds) / 60.0)::int
                                from
                                  course_edition pub
                                  join lesson lsn on lsn.edition_id = pub.id
                                where
                                  pub.course_id = _l3.id
                                  and pub.status = 'PUBLISHED'
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l3.*
                          from course _l3
                          where
                            (
                              _l3.id in (
                                select own.course_id
                                from
                                  course_citation cit
                                  join course_edition own on own.id = cit.course_edition_id
                                where
                                  cit.policy_edition_id = _r1.id
                                  and own.status = 'PUBLISHED'
                              )
                              and (
                                (
                                  _l3.created_by_id = $4::uuid
                                  and exists (
                                    select 1
                                    from staff_assignment own
                                    where
                                      own.staff_id = $4::uuid
                                      and own.ended_at is null
                                      and own.valid_from <= $5::date
                                      and (
                                        own.valid_to is null
                                        or own.valid_to >= $5::date
                                      )
                                      and (
                                        own.school_id = _l3.school_id
                                        or (
                                          _l3.school_id is null
                                          and coalesce(_l3.district_id, own.district_id) = own.district_id
                                        )
                                      )
                                  )
                                )
                                or (
                                  (
                                    select true
                                    from course_edition pub
                                    where
                                      pub.course_id = _l3.id
                                      and pub.status = 'PUBLISHED'
                                  )
                                  and _l3.is_public
                                )
                              )
                              and true
                            )
                          order by
                            _l3."listed_at" desc,
                            _l3."id" desc
                          limit $7::int
                        ) _l3
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '",' || _r1."number"::text || ',"' || _r1."effective_from"::text || '",' || coalesce('"' || _r1."effective_to"::text || '"', 'null') || ',' || coalesce('"' || _r1."ending"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _r1."title",
                        (
                          case
                            when _r1.status <> 'PUBLISHED' then null
                            when _r1.effective_from > $5::date then 'NOT_YET_IN_FORCE'
                            when _r1.effective_to < $5::date then _r1.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    )
                  )
                from policy_edition _r1
                where
                  (
                    _r1.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _r0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $5::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $5::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r1.document_id
                        and (
                          (
                            _r1.status = 'PUBLISHED'
                            and doc.is_public
                          )
                          or (
                            doc.created_by_id = $4::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $4::uuid
                                and own.ended_at is null
                                and own.valid_from <= $5::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $5::date
                                )
                                and (
                                  own.school_id = doc.school_id
                                  or (
                                    doc.school_id is null
                                    and coalesce(doc.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '",' || _l4."number"::text || ',"' || _l4."effective_from"::text || '",' || right(
                      json_build_array(
                        _l4."title",
                        (
                          case
                            when _l4.status <> 'PUBLISHED' then null
                            when _l4.effective_from > $5::date then 'NOT_YET_IN_FORCE'
                            when _l4.effective_to < $5::date then _l4.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from policy_edition _l4
                    where
                      (
                        _l4."document_id" = _r0.id
                        and (
                          _l4.status = 'PUBLISHED'
                          or (
                            _r0.created_by_id = $4::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $4::uuid
                                and own.ended_at is null
                                and own.valid_from <= $5::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $5::date
                                )
                                and (
                                  own.school_id = _r0.school_id
                                  or (
                                    _r0.school_id is null
                                    and coalesce(_r0.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l4."effective_from" desc,
                      _l4."id" desc
                    limit $8::int
                  ) _l4
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."issued_on"::text || '","' || _r0."level"::text || '",' || right(json_build_array(_r0."title", _r0."document_number", _r0."issuer")::text, -1)
            ),
            ','
          ) || ']'
        from policy_document _r0
        where
          (
            _r0.id = any ($9::uuid[])
            and (
              (
                _r0.created_by_id = $4::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $4::uuid
                    and own.ended_at is null
                    and own.valid_from <= $5::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $5::date
                    )
                    and (
                      own.school_id = _r0.school_id
                      or (
                        _r0.school_id is null
                        and coalesce(_r0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                (
                  select true
                  from policy_edition pub
                  where
                    pub.document_id = _r0.id
                    and pub.status = 'PUBLISHED'
                  limit 1
                )
                and _r0.is_public
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.policyDocument (PolicyDocument)
-- _l0: PolicyDocument.topics
-- _r1: PolicyDocument.currentEdition
-- _r2: PolicyEdition.segmentCount
-- _l1: PolicyEdition.segments
-- _l2: PolicyEdition.lectures
-- _l3: PolicyEdition.citingCourses
-- _l4: PolicyDocument.editions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      policy_document_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."document_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $2::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select (count(*)::int)::text
                      from segment _r2
                      where _r2."edition_id" = _r1.id
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || right(json_build_array(_l1."heading", _l1."text")::text, -1),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from segment _l1
                          where
                            (
                              _l1."edition_id" = _r1.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit ($3::int + 1)
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l2."id"::text || '",' || _l2."duration_minutes"::text || ',' || right(json_build_array(_l2."title", _l2."lecturer_name", _l2."media_url")::text, -1),
                          ','
                        ) || ']'
                      from
                        (
                          select _l2.*
                          from
                            lecture_citation _link
                            join policy_lecture _l2 on _l2.id = _link."lecture_id"
                          where
                            (
                              _link."edition_id" = _r1.id
                              and (
                                (
                                  _l2.created_by_id = $4::uuid
                                  and exists (
                                    select 1
                                    from staff_assignment own
                                    where
                                      own.staff_id = $4::uuid
                                      and own.ended_at is null
                                      and own.valid_from <= $5::date
                                      and (
                                        own.valid_to is null
                                        or own.valid_to >= $5::date
                                      )
                                      and (
                                        own.school_id = _l2.school_id
                                        or (
                                          _l2.school_id is null
                                          and coalesce(_l2.district_id, own.district_id) = own.district_id
                                        )
                                      )
                                  )
                                )
                                or (
                                  _l2.status = 'PUBLISHED'
                                  and (
                                    _l2.is_public
                                    or exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = _l2.audience_id
                                        and t.key = any ($6::text[])
                                    )
                                    or _l2.school_id = any ($7::uuid[])
                                    or (
                                      _l2.school_id is null
                                      and (
                                        _l2.district_id is null
                                        or _l2.district_id = any ($8::uuid[])
                                      )
                                    )
                                  )
                                )
                              )
                              and true
                            )
                          order by
                            _l2."listed_at" desc,
                            _l2."id" desc
                          limit $9::int
                        ) _l2
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l3."id"::text || '",' || coalesce('"' || _l3."published_at"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              _l3."title",
                              (
                                select ceil(sum(lsn.duration_seconds) / 60.0)::int
                                from
                                  course_edition pub
                                  join lesson lsn on lsn.edition_id = pub.id
                                where
                                  pub.course_id = _l3.id
                                  and pub.status = 'PUBLISHED'
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l3.*
                          from course _l3
                          where
                            (
                              _l3.id in (
                                select own.course_id
                                from
                                  course_citation cit
                                  join course_edition own on own.id = cit.course_edition_id
                                where
                                  cit.policy_edition_id = _r1.id
                                  and own.status = 'PUBLISHED'
                              )
                              and (
                                (
                                  _l3.created_by_id = $4::uuid
                                  and exists (
                                    select 1
                                    from staff_assignment own
                                    where
                                      own.staff_id = $4::uuid
                                      and own.ended_at is null
                                      and own.valid_from <= $5::date
                                      and (
                                        own.valid_to is null
                                        or own.valid_to >= $5::date
                                      )
                                      and (
                                        own.school_id = _l3.school_id
                                        or (
                                          _l3.school_id is null
                                          and coalesce(_l3.district_id, own.district_id) = own.district_id
                                        )
                                      )
                                  )
                                )
                                or (
                                  (
                                    select true
                                    from course_edition pub
                                    where
                                      pub.course_id = _l3.id
                                      and pub.status = 'PUBLISHED'
                                  )
                                  and (
                                    _l3.is_public
                                    or exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = _l3.audience_id
                                        and t.key = any ($6::text[])
                                    )
                                    or _l3.school_id = any ($7::uuid[])
                                    or (
                                      _l3.school_id is null
                                      and (
                                        _l3.district_id is null
                                        or _l3.district_id = any ($8::uuid[])
                                      )
                                    )
                                  )
                                )
                              )
                              and true
                            )
                          order by
                            _l3."listed_at" desc,
                            _l3."id" desc
                          limit $10::int
                        ) _l3
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '",' || _r1."number"::text || ',"' || _r1."effective_from"::text || '",' || coalesce('"' || _r1."effective_to"::text || '"', 'null') || ',' || coalesce('"' || _r1."ending"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _r1."title",
                        (
                          case
                            when _r1.status <> 'PUBLISHED' then null
                            when _r1.effective_from > $5::date then 'NOT_YET_IN_FORCE'
                            when _r1.effective_to < $5::date then _r1.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    )
                  )
                from policy_edition _r1
                where
                  (
                    _r1.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _r0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $5::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $5::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r1.document_id
                        and (
                          (
                            _r1.status = 'PUBLISHED'
                            and (
                              doc.is_public
                              or exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = doc.audience_id
                                  and t.key = any ($6::text[])
                              )
                              or doc.school_id = any ($7::uuid[])
                              or (
                                doc.school_id is null
                                and (
                                  doc.district_id is null
                                  or doc.district_id = any ($8::uuid[])
                                )
                              )
                            )
                          )
                          or (
                            doc.created_by_id = $4::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $4::uuid
                                and own.ended_at is null
                                and own.valid_from <= $5::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $5::date
                                )
                                and (
                                  own.school_id = doc.school_id
                                  or (
                                    doc.school_id is null
                                    and coalesce(doc.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l4."id"::text || '",' || _l4."number"::text || ',"' || _l4."effective_from"::text || '",' || right(
                      json_build_array(
                        _l4."title",
                        (
                          case
                            when _l4.status <> 'PUBLISHED' then null
                            when _l4.effective_from > $5::date then 'NOT_YET_IN_FORCE'
                            when _l4.effective_to < $5::date then _l4.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l4.*
                    from policy_edition _l4
                    where
                      (
                        _l4."document_id" = _r0.id
                        and (
                          _l4.status = 'PUBLISHED'
                          or (
                            _r0.created_by_id = $4::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $4::uuid
                                and own.ended_at is null
                                and own.valid_from <= $5::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $5::date
                                )
                                and (
                                  own.school_id = _r0.school_id
                                  or (
                                    _r0.school_id is null
                                    and coalesce(_r0.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l4."effective_from" desc,
                      _l4."id" desc
                    limit $11::int
                  ) _l4
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."issued_on"::text || '","' || _r0."level"::text || '",' || right(json_build_array(_r0."title", _r0."document_number", _r0."issuer")::text, -1)
            ),
            ','
          ) || ']'
        from policy_document _r0
        where
          (
            _r0.id = any ($12::uuid[])
            and (
              (
                _r0.created_by_id = $4::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $4::uuid
                    and own.ended_at is null
                    and own.valid_from <= $5::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $5::date
                    )
                    and (
                      own.school_id = _r0.school_id
                      or (
                        _r0.school_id is null
                        and coalesce(_r0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                (
                  select true
                  from policy_edition pub
                  where
                    pub.document_id = _r0.id
                    and pub.status = 'PUBLISHED'
                  limit 1
                )
                and (
                  _r0.is_public
                  or exists (
                    select 1
                    from audience_target t
                    where
                      t.audience_id = _r0.audience_id
                      and t.key = any ($6::text[])
                  )
                  or _r0.school_id = any ($7::uuid[])
                  or (
                    _r0.school_id is null
                    and (
                      _r0.district_id is null
                      or _r0.district_id = any ($8::uuid[])
                    )
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

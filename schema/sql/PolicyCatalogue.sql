-- PolicyCatalogue, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _l0: Query.policyDocuments
-- _r0: PolicyDocument.currentEdition
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || _r0."number"::text || ',"' || _r0."effective_from"::text || '",' || right(
                    json_build_array(
                      _r0."title",
                      (
                        case
                          when _r0.status <> 'PUBLISHED' then null
                          when _r0.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                          when _r0.effective_to < $2::date then _r0.ending
                          else 'IN_FORCE'
                        end
                      )
                    )::text,
                    -1
                  )
                from policy_edition _r0
                where
                  (
                    _r0.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _l0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $2::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $2::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r0.document_id
                        and (
                          (
                            _r0.status = 'PUBLISHED'
                            and (
                              doc.is_public
                              or exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = doc.audience_id
                                  and t.key = any ($3::text[])
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
                                and own.valid_from <= $2::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $2::date
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
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."issued_on"::text || '","' || _l0."level"::text || '",' || right(json_build_array(_l0."title", _l0."document_number", _l0."issuer")::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $5::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $5::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from policy_document _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $4::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $4::uuid
                          and own.ended_at is null
                          and own.valid_from <= $2::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $2::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      (
                        select true
                        from policy_edition pub
                        where
                          pub.document_id = _l0.id
                          and pub.status = 'PUBLISHED'
                        limit 1
                      )
                      and (
                        _l0.is_public
                        or exists (
                          select 1
                          from audience_target t
                          where
                            t.audience_id = _l0.audience_id
                            and t.key = any ($3::text[])
                        )
                      )
                    )
                  )
                  and true
                )
              order by
                _l0."issued_on" desc,
                _l0."id" desc
              limit ($5::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guest
-- _l0: Query.policyDocuments
-- _r0: PolicyDocument.currentEdition
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || _r0."number"::text || ',"' || _r0."effective_from"::text || '",' || right(
                    json_build_array(
                      _r0."title",
                      (
                        case
                          when _r0.status <> 'PUBLISHED' then null
                          when _r0.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                          when _r0.effective_to < $2::date then _r0.ending
                          else 'IN_FORCE'
                        end
                      )
                    )::text,
                    -1
                  )
                from policy_edition _r0
                where
                  (
                    _r0.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _l0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $2::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $2::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r0.document_id
                        and (
                          _r0.status = 'PUBLISHED'
                          and doc.is_public
                        )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."issued_on"::text || '","' || _l0."level"::text || '",' || right(json_build_array(_l0."title", _l0."document_number", _l0."issuer")::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $3::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $3::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from policy_document _l0
              where
                (
                  (
                    (
                      select true
                      from policy_edition pub
                      where
                        pub.document_id = _l0.id
                        and pub.status = 'PUBLISHED'
                      limit 1
                    )
                    and _l0.is_public
                  )
                  and true
                )
              order by
                _l0."issued_on" desc,
                _l0."id" desc
              limit ($3::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _l0: Query.policyDocuments
-- _r0: PolicyDocument.currentEdition
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || _r0."number"::text || ',"' || _r0."effective_from"::text || '",' || right(
                    json_build_array(
                      _r0."title",
                      (
                        case
                          when _r0.status <> 'PUBLISHED' then null
                          when _r0.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                          when _r0.effective_to < $2::date then _r0.ending
                          else 'IN_FORCE'
                        end
                      )
                    )::text,
                    -1
                  )
                from policy_edition _r0
                where
                  (
                    _r0.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _l0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $2::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $2::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r0.document_id
                        and (
                          (
                            _r0.status = 'PUBLISHED'
                            and doc.is_public
                          )
                          or (
                            doc.created_by_id = $3::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $3::uuid
                                and own.ended_at is null
                                and own.valid_from <= $2::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $2::date
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
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."issued_on"::text || '","' || _l0."level"::text || '",' || right(json_build_array(_l0."title", _l0."document_number", _l0."issuer")::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $4::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $4::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from policy_document _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $3::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $3::uuid
                          and own.ended_at is null
                          and own.valid_from <= $2::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $2::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      (
                        select true
                        from policy_edition pub
                        where
                          pub.document_id = _l0.id
                          and pub.status = 'PUBLISHED'
                        limit 1
                      )
                      and _l0.is_public
                    )
                  )
                  and true
                )
              order by
                _l0."issued_on" desc,
                _l0."id" desc
              limit ($4::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.policyDocuments
-- _r0: PolicyDocument.currentEdition
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || _r0."number"::text || ',"' || _r0."effective_from"::text || '",' || right(
                    json_build_array(
                      _r0."title",
                      (
                        case
                          when _r0.status <> 'PUBLISHED' then null
                          when _r0.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                          when _r0.effective_to < $2::date then _r0.ending
                          else 'IN_FORCE'
                        end
                      )
                    )::text,
                    -1
                  )
                from policy_edition _r0
                where
                  (
                    _r0.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _l0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $2::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $2::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r0.document_id
                        and (
                          (
                            _r0.status = 'PUBLISHED'
                            and (
                              doc.is_public
                              or exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = doc.audience_id
                                  and t.key = any ($3::text[])
                              )
                              or doc.school_id = any ($4::uuid[])
                              or (
                                doc.school_id is null
                                and (
                                  doc.district_id is null
                                  or doc.district_id = any ($5::uuid[])
                                )
                              )
                            )
                          )
                          or (
                            doc.created_by_id = $6::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $6::uuid
                                and own.ended_at is null
                                and own.valid_from <= $2::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $2::date
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
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."issued_on"::text || '","' || _l0."level"::text || '",' || right(json_build_array(_l0."title", _l0."document_number", _l0."issuer")::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $7::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $7::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from policy_document _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $6::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $6::uuid
                          and own.ended_at is null
                          and own.valid_from <= $2::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $2::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      (
                        select true
                        from policy_edition pub
                        where
                          pub.document_id = _l0.id
                          and pub.status = 'PUBLISHED'
                        limit 1
                      )
                      and (
                        _l0.is_public
                        or exists (
                          select 1
                          from audience_target t
                          where
                            t.audience_id = _l0.audience_id
                            and t.key = any ($3::text[])
                        )
                        or _l0.school_id = any ($4::uuid[])
                        or (
                          _l0.school_id is null
                          and (
                            _l0.district_id is null
                            or _l0.district_id = any ($5::uuid[])
                          )
                        )
                      )
                    )
                  )
                  and true
                )
              order by
                _l0."issued_on" desc,
                _l0."id" desc
              limit ($7::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
